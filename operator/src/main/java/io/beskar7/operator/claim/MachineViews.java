package io.beskar7.operator.claim;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.api.machine.Claim;
import io.beskar7.domain.claim.MachineView;
import io.beskar7.domain.claim.Needs;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.domain.claim.Ticket;
import io.beskar7.operator.kube.Finalizers;
import io.beskar7.operator.kube.Pause;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Machines as the protocol sees them. */
final class MachineViews {
  private final Surroundings surroundings;

  MachineViews(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  MachineView of(Beskar7Machine machine) {
    ObjectMeta meta = machine.getMetadata();
    Beskar7MachineSpec spec =
        machine.getSpec() == null ? new Beskar7MachineSpec() : machine.getSpec();
    return new MachineView(
        new ObjectName(meta.getNamespace(), meta.getName()),
        meta.getUid(),
        meta.getResourceVersion(),
        Finalizers.has(machine, Finalizers.BESKAR7_MACHINE),
        meta.getDeletionTimestamp() != null,
        Pause.isLeaving(machine),
        Pause.isPaused(machine) || surroundings.clusterPaused(machine),
        Pause.has(machine, Annotations.FORCE_RELEASE),
        spec.providerID == null ? null : ObjectName.ofProviderId(spec.providerID),
        ticket(machine),
        needs(machine, spec));
  }

  private Needs needs(Beskar7Machine machine, Beskar7MachineSpec spec) {
    return new Needs(
        Selectors.of(spec.hostSelector),
        spec.hostTags == null ? List.of() : spec.hostTags,
        surroundings.failureDomain(machine),
        HardwareNeeds.of(spec));
  }

  static @Nullable Ticket ticket(Beskar7Machine machine) {
    Claim claim = machine.getStatus() == null ? null : machine.getStatus().claim;
    return claim == null
        ? null
        : new Ticket(claim.host, claim.hostUID, claim.epoch, Boolean.TRUE.equals(claim.releasing));
  }

  static @Nullable Claim claim(@Nullable Ticket ticket) {
    if (ticket == null) {
      return null;
    }
    Claim claim = new Claim();
    claim.host = ticket.host();
    claim.hostUID = ticket.hostUid();
    claim.epoch = ticket.epoch();
    claim.releasing = ticket.releasing() ? true : null;
    return claim;
  }
}
