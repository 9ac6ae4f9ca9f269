package io.beskar7.app.demo;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.LocalRef;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.api.machine.Bootstrap;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a user would write for a fleet. */
public final class RackYaml {
  private static final String CREDENTIALS = "rack-bmc";
  private static final String AUTHORITY = "rack-bmc-ca";
  private static final String CLOUD_CONFIG =
      """
      #cloud-config
      hostname: %s
      """;

  private RackYaml() {}

  /** Credentials, certificate authority and hosts. */
  public static List<HasMetadata> hosts(Fleet fleet, String namespace) {
    List<HasMetadata> rack = new ArrayList<>();
    rack.add(credentials(fleet, namespace));
    rack.add(
        new SecretBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(AUTHORITY)
            .endMetadata()
            .addToStringData("ca.crt", fleet.caPem())
            .build());
    fleet.hosts().forEach(host -> rack.add(host(host, namespace)));
    return rack;
  }

  /** A machine and its bootstrap data. */
  public static List<HasMetadata> machine(Fleet fleet, String namespace, int number) {
    String name = "worker-" + number;
    String secret = name + "-bootstrap";
    Beskar7Machine machine = new Beskar7Machine();
    machine.setMetadata(new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
    Beskar7MachineSpec spec = new Beskar7MachineSpec();
    spec.inspectionImage = fleet.imageServerUrl() + "/images/inspector";
    spec.targetOSImage = fleet.imageServerUrl() + "/images/os.img";
    spec.targetOSImageDigest = "sha256:" + fleet.imageDigest("/images/os.img");
    spec.bootstrap = new Bootstrap();
    spec.bootstrap.dataSecretName = secret;
    machine.setSpec(spec);
    return List.of(
        new SecretBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(secret)
            .endMetadata()
            .addToStringData("value", CLOUD_CONFIG.formatted(name))
            .build(),
        machine);
  }

  private static Secret credentials(Fleet fleet, String namespace) {
    SimulatedHost any = fleet.hosts().getFirst();
    String addresses =
        fleet.hosts().stream()
            .map(host -> host.bmcAddress().getHost())
            .distinct()
            .collect(Collectors.joining(","));
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(CREDENTIALS)
        .addToAnnotations(Annotations.BMC_ADDRESSES, addresses)
        .endMetadata()
        .addToStringData("username", any.username())
        .addToStringData("password", any.password())
        .build();
  }

  private static PhysicalHost host(SimulatedHost simulated, String namespace) {
    PhysicalHost host = new PhysicalHost();
    host.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(namespace)
            .withName(simulated.name())
            .addToLabels(Annotations.ZONE, simulated.zone())
            .build());
    PhysicalHostSpec spec = new PhysicalHostSpec();
    spec.redfishConnection = new RedfishConnection();
    spec.redfishConnection.address = simulated.bmcAddress().toString();
    spec.redfishConnection.credentialsSecretRef = CREDENTIALS;
    spec.redfishConnection.caBundleSecretRef = new LocalRef(AUTHORITY);
    spec.redfishConnection.systemId = simulated.systemId();
    host.setSpec(spec);
    return host;
  }
}
