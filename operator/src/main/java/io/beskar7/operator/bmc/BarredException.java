package io.beskar7.operator.bmc;

import io.beskar7.api.reason.Reason;

/** Ends a resolution from within; never leaves this package. */
final class BarredException extends Exception {
  private static final long serialVersionUID = 1L;

  final Reason reason;

  BarredException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Route.Barred barred() {
    return new Route.Barred(reason, String.valueOf(getMessage()));
  }
}
