package io.beskar7.operator.machine;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Claim;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.operator.kube.Finalizers;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of an object can change what is decided about a machine. All others (polls of
 * power, milestones that only people read, our own words in the status) must not cost a look.
 */
final class Changes {
  /** The condition that tells how the BMC does. */
  static final String BMC = "RedfishConnectionReady";

  private Changes() {}

  /** Our own status is left out, but for the ticket, which the claim room writes. */
  static boolean ofMachine(Beskar7Machine next, Beskar7Machine last) {
    return !metadata(next).equals(metadata(last))
        || !Objects.equals(next.getMetadata().getGeneration(), last.getMetadata().getGeneration())
        || (Finalizers.has(last, Finalizers.BESKAR7_MACHINE)
            && !Finalizers.has(next, Finalizers.BESKAR7_MACHINE))
        || !ticket(next).equals(ticket(last));
  }

  static boolean ofHost(PhysicalHost next, PhysicalHost last) {
    return !metadata(next).equals(metadata(last)) || !host(next).equals(host(last));
  }

  static boolean ofRun(ProvisioningRun next, ProvisioningRun last) {
    return !run(next).equals(run(last));
  }

  /** Owners change for many reasons; few of them are ours. */
  static boolean ofOwner(GenericKubernetesResource next, GenericKubernetesResource last) {
    return !metadata(next).equals(metadata(last)) || !owner(next).equals(owner(last));
  }

  private static List<@Nullable Object> metadata(HasMetadata object) {
    return Arrays.asList(
        object.getMetadata().getUid(),
        object.getMetadata().getDeletionTimestamp(),
        object.getMetadata().getAnnotations(),
        object.getMetadata().getLabels(),
        object.getMetadata().getOwnerReferences());
  }

  private static List<@Nullable Object> ticket(Beskar7Machine machine) {
    Claim claim = machine.getStatus() == null ? null : machine.getStatus().claim;
    Claim written = claim == null ? new Claim() : claim;
    return Arrays.asList(written.host, written.hostUID, written.epoch, written.releasing);
  }

  private static List<@Nullable Object> host(PhysicalHost host) {
    PhysicalHostStatus status =
        host.getStatus() == null ? new PhysicalHostStatus() : host.getStatus();
    return Arrays.asList(
        host.getSpec().consumerRef == null ? null : host.getSpec().consumerRef.uid,
        host.getSpec().claimEpoch,
        host.getSpec().claimHostUID,
        status.releasedEpoch,
        word(status, BMC),
        word(status, Conditions.READY));
  }

  private static @Nullable String word(PhysicalHostStatus status, String type) {
    Condition condition = Conditions.find(status.conditions, type);
    return condition == null ? null : condition.getStatus() + "/" + condition.getReason();
  }

  private static List<@Nullable Object> run(ProvisioningRun run) {
    Milestones passed =
        run.getStatus() == null || run.getStatus().milestones == null
            ? new Milestones()
            : run.getStatus().milestones;
    return Arrays.asList(
        run.getSpec().closed != null,
        passed.scriptServedAt,
        passed.reportedAt,
        passed.imageWrittenAt,
        passed.phonedHomeAt,
        run.getStatus() != null && run.getStatus().verdict != null,
        run.getStatus() != null && run.getStatus().failure != null);
  }

  private static List<@Nullable Object> owner(GenericKubernetesResource owner) {
    return Arrays.asList(
        owner.<Object>get("spec"),
        owner.<Object>get("status", "initialization", "infrastructureProvisioned"),
        owner.<Object>get("status", "infrastructureReady"));
  }
}
