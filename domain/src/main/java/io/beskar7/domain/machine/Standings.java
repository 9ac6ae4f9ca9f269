package io.beskar7.domain.machine;

import io.beskar7.domain.machine.BootstrapData.Invalid;
import io.beskar7.domain.machine.BootstrapData.Missing;
import io.beskar7.domain.machine.BootstrapData.Ready;
import io.beskar7.domain.machine.Hold.Bound;
import io.beskar7.domain.machine.Hold.Lost;
import io.beskar7.domain.machine.Hold.None;
import io.beskar7.domain.machine.Hold.Settling;
import io.beskar7.domain.machine.Hold.Unverified;
import io.beskar7.domain.machine.Note.Standing;
import io.beskar7.domain.machine.Owner.Owned;
import io.beskar7.domain.machine.Owner.StandAlone;
import org.jspecify.annotations.Nullable;

/** Makes the note of where a machine is. */
final class Standings {
  private Standings() {}

  static Standing of(MachineFacts facts, Phase phase, Cause cause, String message) {
    RunFacts run = facts.lastRun();
    return new Standing(
        phase,
        cause,
        message,
        host(facts.hold()),
        run == null ? facts.recorded().run() : run.name(),
        run == null ? 0 : run.attempt());
  }

  private static @Nullable String host(Hold hold) {
    return switch (hold) {
      case None _, Settling _, Hold.Underway _, Lost _ -> null;
      case Unverified(Ticket ticket, boolean _) -> ticket.host();
      case Bound(Ticket ticket) -> ticket.host();
    };
  }

  /** What has to be there before a host is asked for, and is not; null when all is. */
  static @Nullable Standing beforeClaim(MachineFacts facts) {
    return switch (facts.owner()) {
      case Owner.Missing(String message) -> pending(facts, Cause.WAITING_FOR_OWNER, message);
      case Owned(boolean ready) when !ready ->
          pending(
              facts,
              Cause.WAITING_FOR_CLUSTER_INFRASTRUCTURE,
              "the infrastructure of the Cluster is not ready");
      case Owned _, StandAlone _ -> beforeRun(facts);
    };
  }

  /** What has to be there before a run is opened, and is not; null when all is. */
  static @Nullable Standing beforeRun(MachineFacts facts) {
    if (!facts.faults().isEmpty()) {
      return pending(facts, Cause.SPEC_INVALID, String.join("; ", facts.faults()));
    }
    return switch (facts.bootstrap()) {
      case Ready _ -> null;
      case Missing(String message) -> pending(facts, Cause.WAITING_FOR_BOOTSTRAP_DATA, message);
      case Invalid(String message) -> pending(facts, Cause.BOOTSTRAP_DATA_INVALID, message);
    };
  }

  private static Standing pending(MachineFacts facts, Cause cause, String message) {
    return of(facts, Phase.PENDING, cause, message);
  }
}
