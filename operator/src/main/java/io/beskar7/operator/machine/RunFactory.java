package io.beskar7.operator.machine;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.Durations;
import io.beskar7.api.common.ObjectRef;
import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.api.run.HostIdentity;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunSpec;
import io.beskar7.api.run.RunKind;
import io.beskar7.api.run.RunTimeouts;
import io.beskar7.domain.machine.Act.OpenRun;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.kube.Timestamps;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the orders of one attempt, complete, so that nobody after needs to look elsewhere. */
final class RunFactory {
  /** Longest value of a label (Kubernetes, labels). */
  private static final int MAX_LABEL = 63;

  private final Time time;
  private final Supplier<MachineRoomSettings> settings;

  RunFactory(Time time, Supplier<MachineRoomSettings> settings) {
    this.time = time;
    this.settings = settings;
  }

  ProvisioningRun create(
      OpenRun order, Beskar7Machine machine, PhysicalHost host, @Nullable String bootstrapSecret) {
    ProvisioningRun run = new ProvisioningRun();
    run.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(machine.getMetadata().getNamespace())
            .withName(order.run())
            .addToLabels(Annotations.HOST_LABEL, label(host.getMetadata().getName()))
            .addToLabels(Annotations.MACHINE_LABEL, label(machine.getMetadata().getName()))
            .addToAnnotations(Annotations.OPENED_AT, Timestamps.millis(time.now()))
            .build());
    run.setSpec(orders(machine, host));
    run.getSpec().epoch = order.ticket().epoch();
    run.getSpec().attempt = order.attempt();
    run.getSpec().bootstrapSecret = bootstrapSecret;
    return run;
  }

  private ProvisioningRunSpec orders(Beskar7Machine machine, PhysicalHost host) {
    Beskar7MachineSpec wanted = machine.getSpec();
    ProvisioningRunSpec spec = new ProvisioningRunSpec();
    spec.kind = RunKind.PROVISION;
    spec.hostRef = reference(host);
    spec.machineRef = reference(machine);
    spec.inspectionImage = wanted.inspectionImage;
    spec.targetOSImage = wanted.targetOSImage;
    spec.targetOSImageDigest = wanted.targetOSImageDigest;
    spec.deployMode = SpecCheck.deployMode(wanted);
    spec.configurationURL = wanted.configurationURL;
    spec.providerID =
        ProviderIds.of(host.getMetadata().getNamespace(), host.getMetadata().getName());
    spec.hardwareRequirements = wanted.hardwareRequirements;
    spec.rootDeviceHints =
        wanted.rootDeviceHints == null ? host.getSpec().rootDeviceHints : wanted.rootDeviceHints;
    spec.identity = identity(host);
    spec.timeouts = timeouts();
    return spec;
  }

  private static ObjectRef reference(HasMetadata object) {
    return new ObjectRef(object.getMetadata().getName(), object.getMetadata().getUid());
  }

  private static HostIdentity identity(PhysicalHost host) {
    HostIdentity identity = new HostIdentity();
    HardwareDetails details = host.getStatus() == null ? null : host.getStatus().hardwareDetails;
    if (details != null) {
      identity.uuid = details.uuid;
      identity.serialNumber = details.serialNumber;
      identity.macAddresses = details.macAddresses;
    }
    List<String> given = host.getSpec().bootMACAddresses;
    boolean untold = identity.macAddresses == null || identity.macAddresses.isEmpty();
    if (untold && given != null) {
      identity.macAddresses = given.stream().map(mac -> mac.toLowerCase(Locale.ROOT)).toList();
    }
    return identity;
  }

  private RunTimeouts timeouts() {
    MachineRoomSettings now = settings.get();
    RunTimeouts timeouts = new RunTimeouts();
    timeouts.boot = real(now.bootTimeout());
    timeouts.inspection = real(now.inspectionTimeout());
    timeouts.deployment = real(now.deploymentTimeout());
    return timeouts;
  }

  private String real(Duration product) {
    return Durations.format(Duration.ofMillis(Math.max(1, time.scaled(product).toMillis())));
  }

  private static String label(String name) {
    if (name.length() <= MAX_LABEL) {
      return name;
    }
    String mark = "-" + Integer.toHexString(name.hashCode());
    return name.substring(0, MAX_LABEL - mark.length()) + mark;
  }
}
