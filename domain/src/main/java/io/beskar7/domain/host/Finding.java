package io.beskar7.domain.host;

import io.beskar7.domain.bmc.Outcome;

/**
 * What a condition says.
 *
 * @param message free of secrets and of values that change while nothing happens
 */
public record Finding(boolean holds, Cause cause, String message) {
  static Finding yes(Cause cause, String message) {
    return new Finding(true, cause, message);
  }

  static Finding no(Cause cause, String message) {
    return new Finding(false, cause, message);
  }

  static Finding of(Outcome.Failed failed) {
    return no(Cause.of(failed.cause()), failed.message() + ": " + failed.cause().action());
  }
}
