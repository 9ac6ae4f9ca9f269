package io.beskar7.domain.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of condition Ready. */
final class Findings {
  static final Finding WITHOUT_MAC =
      Finding.no(
          Cause.BOOT_MAC_UNKNOWN,
          "the BMC tells no MAC address of the system: set spec.bootMACAddresses");
  static final Finding WITHOUT_PXE =
      Finding.no(
          Cause.PXE_NOT_SUPPORTED,
          "the system offers no network boot override: it cannot be provisioned");
  static final Finding ELSEWHERE =
      Finding.no(
          Cause.ADDRESS_CHANGED_WHILE_CLAIMED,
          "spec.redfishConnection names another BMC or system than the one the machine runs on:"
              + " set it back, or let the machine go first");

  private Findings() {}

  static Finding namedBy(String machine) {
    return Finding.no(
        Cause.CONSUMER_UNPROVEN,
        "machine %s names this host under another UID: delete the machine, or wait until it has"
                .formatted(machine)
            + " taken the host over");
  }

  static Finding rivals(List<String> rivals) {
    return Finding.no(
        Cause.DUPLICATE_HOST,
        "stands for the same server as %s: delete all but one"
            .formatted(String.join(", ", rivals)));
  }

  static Finding illegal(HostState from, HostState to) {
    return Finding.no(
        Cause.ILLEGAL_TRANSITION,
        "what is seen asks for %s, which cannot follow %s: nothing is done".formatted(to, from));
  }

  /** What condition Ready says of a host in its state. */
  static Finding ready(HostFacts facts, Draft draft, @Nullable Finding trouble) {
    if (facts.presence() == HostFacts.Presence.DELETING) {
      return Finding.no(
          Cause.DELETION_BLOCKED, "a machine holds this host: delete the machine first");
    }
    if (trouble != null) {
      return trouble;
    }
    return switch (draft.state) {
      case ENROLLING -> Finding.no(Cause.ENROLLING, "");
      case AVAILABLE -> available(facts);
      case IN_USE -> Finding.yes(Cause.CLAIMED, "");
      case INSPECTING -> awaiting(facts, draft);
      case DEPLOYING -> Finding.no(Cause.DEPLOYING, "");
      case READY -> Finding.yes(Cause.RUNNING, "");
      case CLEANING -> cleaning(facts, draft);
      case MAINTENANCE -> Finding.no(Cause.IN_MAINTENANCE, "");
      case ERROR -> throw new IllegalStateException("state ERROR without a cause");
    };
  }

  private static Finding available(HostFacts facts) {
    if (facts.wishes().cordoned()) {
      return Finding.no(Cause.CORDONED, "");
    }
    return facts.wishes().hold() ? Finding.no(Cause.ON_HOLD, "") : Finding.yes(Cause.AVAILABLE, "");
  }

  private static Finding awaiting(HostFacts facts, Draft draft) {
    boolean toBeStarted = draft.phase == InspectionPhase.PENDING;
    return toBeStarted
        ? obstacle(facts, draft, Cause.INSPECTING)
        : Finding.no(Cause.INSPECTING, "");
  }

  private static Finding cleaning(HostFacts facts, Draft draft) {
    if (facts.wishes().hold() && !StateRule.released(facts, draft)) {
      return Finding.no(Cause.ON_HOLD, "the server is left as it is until spec.hold is false");
    }
    return StateRule.released(facts, draft)
        ? Finding.no(Cause.CLEANING, "")
        : obstacle(facts, draft, Cause.CLEANING);
  }

  /** What keeps the BMC from doing what is wanted of it, or the usual word. */
  private static Finding obstacle(HostFacts facts, Draft draft, Cause usual) {
    if (facts.access() instanceof Access.Barred(Cause cause, String message)) {
      return Finding.no(cause, message);
    }
    if (facts.enrolment() == Enrolment.ELSEWHERE) {
      return ELSEWHERE;
    }
    Finding connection = draft.connection;
    return connection != null && !connection.holds() ? connection : Finding.no(usual, "");
  }
}
