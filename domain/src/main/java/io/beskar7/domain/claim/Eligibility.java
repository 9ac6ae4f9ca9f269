package io.beskar7.domain.claim;

import io.beskar7.domain.hardware.HardwareRequirements;
import io.beskar7.domain.hardware.Matching;
import io.beskar7.domain.hardware.Misfit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a machine may have a host, as one view of both shows them. */
public final class Eligibility {
  private Eligibility() {}

  /** The first constraint that fails, or null when the machine may have the host. */
  public static @Nullable Constraint refusal(MachineView machine, HostView host) {
    return machine.providerHost() == null
        ? claimRefusal(machine.needs(), host)
        : adoptionRefusal(machine, machine.providerHost(), host);
  }

  private static @Nullable Constraint claimRefusal(Needs needs, HostView host) {
    if (host.holder() != null) {
      return Constraint.CLAIMED;
    }
    if (host.deleting()) {
      return Constraint.DELETING;
    }
    Constraint withheld = withheldRefusal(host);
    if (withheld != null) {
      return withheld;
    }
    Constraint standstill = host.offer().standstill();
    return standstill != null ? standstill : fitRefusal(needs, host.offer());
  }

  /**
   * A machine with a providerID already runs on that host (it was moved between clusters, or its
   * status was lost): it takes over exactly the host that names it, whatever the host's state.
   */
  private static @Nullable Constraint adoptionRefusal(
      MachineView machine, ObjectName named, HostView host) {
    if (!host.name().equals(named)) {
      return Constraint.NOT_NAMED;
    }
    return host.names(machine) ? withheldRefusal(host) : Constraint.NOT_ITS_OWN;
  }

  private static @Nullable Constraint withheldRefusal(HostView host) {
    if (host.paused()) {
      return Constraint.PAUSED;
    }
    return host.moving() ? Constraint.MOVING : null;
  }

  private static @Nullable Constraint fitRefusal(Needs needs, Offer offer) {
    if (!needs.selector().matches(offer.labels())) {
      return Constraint.LABELS;
    }
    if (!offer.tags().containsAll(needs.tags())) {
      return Constraint.TAGS;
    }
    if (needs.failureDomain() != null && !needs.failureDomain().equals(offer.failureDomain())) {
      return Constraint.FAILURE_DOMAIN;
    }
    if (needs.hardware() == null) {
      return Constraint.NEEDS_UNCLEAR;
    }
    return misfits(needs.hardware().orRootDisk(offer.rootDisk()), offer).isEmpty()
        ? null
        : Constraint.HARDWARE;
  }

  /** As its next report will be judged; else a host would be claimed and given back for ever. */
  private static List<Misfit> misfits(HardwareRequirements wanted, Offer offer) {
    return offer.reported()
        ? Matching.misfitsAfterReport(wanted, offer.facts())
        : Matching.misfits(wanted, offer.facts());
  }
}
