package io.beskar7.operator.host;

import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Claim;
import io.beskar7.domain.host.Holder;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.operator.kube.Pause;
import org.jspecify.annotations.Nullable;

/** What a machine means to a host. */
final class Consumers {
  private Consumers() {}

  static String providerId(PhysicalHost host) {
    return "b7://" + host.getMetadata().getNamespace() + "/" + host.getMetadata().getName();
  }

  /** What the machine in consumerRef wants; one that is not in sight proves nothing. */
  static Holder holder(PhysicalHost host, @Nullable Beskar7Machine machine) {
    ConsumerRef ref = host.getSpec().consumerRef;
    if (ref == null) {
      return Holder.NONE;
    }
    if (machine == null || !machine.getMetadata().getUid().equals(ref.uid)) {
      return Holder.HOLDING;
    }
    if (machine.isMarkedForDeletion() || releases(host, machine)) {
      return isPaused(machine) ? Holder.LETTING_GO_PAUSED : Holder.LETTING_GO;
    }
    return providerId(host).equals(machine.getSpec().providerID)
        ? Holder.PROVISIONED
        : Holder.HOLDING;
  }

  private static boolean releases(PhysicalHost host, Beskar7Machine machine) {
    Claim claim = claim(machine);
    return claim != null
        && Boolean.TRUE.equals(claim.releasing)
        && host.getMetadata().getUid().equals(claim.hostUID);
  }

  static boolean isPaused(Beskar7Machine machine) {
    boolean byCluster =
        machine.getStatus() != null
            && Conditions.holds(machine.getStatus().conditions, Conditions.PAUSED);
    return Pause.isPaused(machine) || Pause.isLeaving(machine) || byCluster;
  }

  /** Name of the host that the machine's ticket or providerID names, or null. */
  static @Nullable String hostNamedBy(Beskar7Machine machine) {
    Claim claim = claim(machine);
    if (claim != null) {
      return claim.host;
    }
    String id = machine.getSpec().providerID;
    String prefix = "b7://" + machine.getMetadata().getNamespace() + "/";
    return id != null && id.startsWith(prefix) ? id.substring(prefix.length()) : null;
  }

  private static @Nullable Claim claim(Beskar7Machine machine) {
    return machine.getStatus() == null ? null : machine.getStatus().claim;
  }
}
