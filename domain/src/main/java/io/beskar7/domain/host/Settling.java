package io.beskar7.domain.host;

import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.PowerState;

/** Takes in what the BMC has said since the last decision. */
final class Settling {
  private Settling() {}

  static void settle(HostFacts facts, Draft draft) {
    if (facts.lane() instanceof Lane.Ended ended) {
      Operation recorded = draft.operation;
      if (recorded != null && recorded.id().equals(ended.operationId())) {
        conclude(facts, draft, recorded, ended.outcome());
      } else if (recorded == null && ended.sameTarget()) {
        read(draft, ended.outcome());
      }
    }
  }

  /** The end of the operation on record: once, because the record of it goes with it. */
  private static void conclude(HostFacts facts, Draft draft, Operation operation, Outcome outcome) {
    draft.endOperation();
    switch (outcome) {
      case Outcome.Enrolled enrolled -> {
        draft.enrolled = enrolled;
        draft.power = enrolled.power();
      }
      case Outcome.PoweredOff _ -> {
        draft.power = PowerState.OFF;
        if (StateRule.toBeCleaned(facts, draft)) {
          draft.releasedEpoch = facts.epoch();
        }
      }
      case Outcome.BootStarted(boolean persistent) -> {
        draft.power = PowerState.ON;
        draft.overrideLeft = persistent;
      }
      case Outcome.StateRead(PowerState power, _) -> draft.power = power;
      case Outcome.OverrideCleared _ -> draft.overrideLeft = false;
      case Outcome.Failed _ -> {
        if (operation.kind() == Operation.Kind.CLEAR_OVERRIDE) {
          draft.overrideLeft = false; // best effort: one try
        }
      }
      case Outcome.Cancelled _ -> {}
    }
    hear(draft, outcome);
  }

  /** What a poll has read; harmless to take in again and again. */
  private static void read(Draft draft, Outcome outcome) {
    if (outcome instanceof Outcome.StateRead(PowerState power, _)) {
      draft.power = power;
    }
    hear(draft, outcome);
  }

  private static void hear(Draft draft, Outcome outcome) {
    switch (outcome) {
      case Outcome.Failed failed -> draft.connection = Finding.of(failed);
      case Outcome.Cancelled _ -> {}
      case Outcome.Enrolled _,
          Outcome.StateRead _,
          Outcome.PoweredOff _,
          Outcome.BootStarted _,
          Outcome.OverrideCleared _ ->
          draft.connection = Finding.yes(Cause.CONNECTED, "");
    }
  }
}
