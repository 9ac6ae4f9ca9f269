package io.beskar7.operator.machine;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.reason.Reason;
import io.beskar7.domain.machine.Happening;
import io.beskar7.domain.machine.Signal;
import io.beskar7.domain.machine.Signal.Announce;
import io.beskar7.domain.machine.Signal.Forget;
import io.beskar7.domain.machine.Signal.InspectionFailed;
import io.beskar7.domain.machine.Signal.InspectionTook;
import io.beskar7.domain.machine.Signal.ProvisioningTook;
import io.beskar7.domain.machine.Signal.RequestRelease;
import io.beskar7.domain.machine.Signal.Wants;
import io.beskar7.operator.claim.Claims;
import io.beskar7.operator.claim.MachineKey;
import io.beskar7.operator.kube.Events;
import java.time.Duration;
import java.util.List;

/** Passes on what is to be said, once everything it rests on is on record. */
final class MachineSignaller {
  private final Claims claims;
  private final Events events;
  private final MachineMeters meters;

  MachineSignaller(Claims claims, Events events, MachineMeters meters) {
    this.claims = claims;
    this.events = events;
    this.meters = meters;
  }

  void signal(Observation seen, Beskar7Machine machine, List<Signal> signals) {
    for (Signal signal : signals) {
      switch (signal) {
        case Wants _ -> claims.wants(MachineKey.of(machine));
        case Forget _ -> claims.forget(MachineKey.of(machine));
        case RequestRelease _ -> claims.requestRelease(machine);
        case Announce(Happening happening, String message) ->
            announce(seen, machine, happening, message);
        case InspectionTook(Duration duration) -> meters.inspectionTook(duration);
        case InspectionFailed _ -> meters.inspectionFailed();
        case ProvisioningTook(Duration duration) -> meters.provisioningTook(duration);
      }
    }
  }

  /** What may need a person is said where people look first: on the host as well. */
  private void announce(
      Observation seen, Beskar7Machine machine, Happening happening, String message) {
    Reason reason = Reasons.of(happening);
    if (!happening.warning()) {
      events.normal(machine, reason, message);
      return;
    }
    events.warning(machine, reason, message);
    if (seen.host() != null) {
      events.warning(
          seen.host(), reason, "machine " + machine.getMetadata().getName() + ": " + message);
    }
  }
}
