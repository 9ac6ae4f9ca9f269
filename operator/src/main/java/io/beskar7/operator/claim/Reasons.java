package io.beskar7.operator.claim;

import io.beskar7.api.reason.Reason;
import io.beskar7.domain.claim.Outcome;

/** Causes of the protocol in the words of the API. */
final class Reasons {
  private Reasons() {}

  static Reason of(Outcome.Cause cause) {
    return switch (cause) {
      case PAUSED -> Reason.PAUSED;
      case ADOPTION -> Reason.ADOPTION_WAITING;
      case POWER_OFF, RELEASING -> Reason.RELEASING;
      case UNSETTLED -> Reason.WAITING_FOR_HOST;
      case EPOCH_FELL -> Reason.SPEC_INVALID;
    };
  }
}
