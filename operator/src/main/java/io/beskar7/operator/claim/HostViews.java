package io.beskar7.operator.claim;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.domain.claim.Constraint;
import io.beskar7.domain.claim.Holder;
import io.beskar7.domain.claim.HostView;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.domain.claim.Offer;
import io.beskar7.operator.bmc.Routes;
import io.beskar7.operator.kube.Pause;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hosts as the protocol sees them. */
final class HostViews {
  private HostViews() {}

  static HostView of(PhysicalHost host) {
    ObjectMeta meta = host.getMetadata();
    PhysicalHostSpec spec = host.getSpec() == null ? new PhysicalHostSpec() : host.getSpec();
    PhysicalHostStatus status =
        host.getStatus() == null ? new PhysicalHostStatus() : host.getStatus();
    return new HostView(
        new ObjectName(meta.getNamespace(), meta.getName()),
        meta.getUid(),
        meta.getResourceVersion(),
        epoch(spec),
        holder(meta, spec.consumerRef),
        spec.claimHostUID,
        meta.getDeletionTimestamp() != null,
        Pause.isPaused(host),
        Pause.isLeaving(host),
        status.releasedEpoch,
        offer(host, spec, status));
  }

  static long epoch(PhysicalHostSpec spec) {
    return spec.claimEpoch == null ? 0 : spec.claimEpoch;
  }

  /** What was not written by us may lack anything; it is a holder all the same. */
  private static @Nullable Holder holder(ObjectMeta meta, @Nullable ConsumerRef ref) {
    if (ref == null) {
      return null;
    }
    String namespace = Objects.requireNonNullElse(ref.namespace, meta.getNamespace());
    String name = Objects.requireNonNullElse(ref.name, "");
    return new Holder(
        Objects.requireNonNullElse(ref.kind, ""), new ObjectName(namespace, name), ref.uid);
  }

  private static Offer offer(PhysicalHost host, PhysicalHostSpec spec, PhysicalHostStatus status) {
    ObjectMeta meta = host.getMetadata();
    Map<String, String> labels = meta.getLabels() == null ? Map.of() : meta.getLabels();
    return new Offer(
        isElsewhere(host, status) ? Constraint.ENROLLING : standstill(spec, status),
        labels,
        spec.tags == null ? Set.of() : Set.copyOf(spec.tags),
        labels.get(Annotations.ZONE),
        HostFacts.of(status),
        status.inspectionReport != null,
        HardwareNeeds.rootDisk(spec.rootDeviceHints));
  }

  /** The spec has come to name another server than the one the status speaks of. */
  private static boolean isElsewhere(PhysicalHost host, PhysicalHostStatus status) {
    return status.hardwareDetails != null
        && status.hardwareDetails.readFrom != null
        && !status.hardwareDetails.readFrom.equals(Routes.place(host));
  }

  private static @Nullable Constraint standstill(PhysicalHostSpec spec, PhysicalHostStatus status) {
    if (Boolean.TRUE.equals(spec.maintenance)) {
      return Constraint.IN_MAINTENANCE;
    }
    if (Boolean.TRUE.equals(spec.cordoned)) {
      return Constraint.CORDONED;
    }
    if (Boolean.TRUE.equals(spec.hold)) {
      return Constraint.ON_HOLD;
    }
    Constraint byState = status.state == null ? Constraint.ENROLLING : byState(status.state);
    if (byState != null) {
      return byState;
    }
    if (status.operation != null) {
      return Constraint.BUSY;
    }
    return isCritical(status) ? Constraint.UNHEALTHY : null;
  }

  private static @Nullable Constraint byState(HostState state) {
    return switch (state) {
      case AVAILABLE -> null;
      case ENROLLING -> Constraint.ENROLLING;
      case CLEANING -> Constraint.CLEANING;
      case ERROR -> Constraint.IN_ERROR;
      case MAINTENANCE -> Constraint.IN_MAINTENANCE;
      case IN_USE, INSPECTING, DEPLOYING, READY -> Constraint.NOT_AVAILABLE;
    };
  }

  private static boolean isCritical(PhysicalHostStatus status) {
    return status.hardwareDetails != null && "Critical".equals(status.hardwareDetails.health);
  }

  static List<HostView> all(List<PhysicalHost> hosts) {
    return hosts.stream().map(HostViews::of).toList();
  }
}
