package io.beskar7.it.harness;

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
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The objects a user would write for a fleet. */
public final class UserYaml {
  private final Fleet fleet;

  public UserYaml(Fleet fleet) {
    this.fleet = fleet;
  }

  /** The Secrets that hosts refer to. */
  public List<HasMetadata> access() {
    SimulatedHost any = fleet.hosts().getFirst();
    String addresses =
        fleet.hosts().stream()
            .map(host -> host.bmcAddress().getHost())
            .distinct()
            .collect(Collectors.joining(","));
    HasMetadata login =
        new SecretBuilder()
            .withNewMetadata()
            .withName("bmc")
            .addToAnnotations(Annotations.BMC_ADDRESSES, addresses)
            .endMetadata()
            .addToStringData("username", any.username())
            .addToStringData("password", any.password())
            .build();
    HasMetadata authority =
        new SecretBuilder()
            .withNewMetadata()
            .withName("bmc-ca")
            .endMetadata()
            .addToStringData("ca.crt", fleet.caPem())
            .build();
    return List.of(login, authority);
  }

  /** A host of the fleet. */
  public PhysicalHost host(SimulatedHost simulated) {
    PhysicalHost host = new PhysicalHost();
    host.setMetadata(
        new ObjectMetaBuilder()
            .withName(simulated.name())
            .addToLabels(Annotations.ZONE, simulated.zone())
            .build());
    PhysicalHostSpec spec = new PhysicalHostSpec();
    spec.redfishConnection = new RedfishConnection();
    spec.redfishConnection.address = simulated.bmcAddress().toString();
    spec.redfishConnection.credentialsSecretRef = "bmc";
    spec.redfishConnection.caBundleSecretRef = new LocalRef("bmc-ca");
    spec.redfishConnection.systemId = simulated.systemId();
    host.setSpec(spec);
    return host;
  }

  /** A machine; its bootstrap data is {@link #bootstrap}. */
  public Beskar7Machine machine(String name, Consumer<Beskar7MachineSpec> edit) {
    Beskar7Machine machine = new Beskar7Machine();
    machine.setMetadata(new ObjectMetaBuilder().withName(name).build());
    Beskar7MachineSpec spec = new Beskar7MachineSpec();
    spec.inspectionImage = fleet.imageServerUrl() + "/images/inspector";
    spec.targetOSImage = fleet.imageServerUrl() + "/images/os.img";
    spec.targetOSImageDigest = "sha256:" + fleet.imageDigest("/images/os.img");
    spec.bootstrap = new Bootstrap();
    spec.bootstrap.dataSecretName = name + "-bootstrap";
    edit.accept(spec);
    machine.setSpec(spec);
    return machine;
  }

  public HasMetadata bootstrap(String machine) {
    return new SecretBuilder()
        .withNewMetadata()
        .withName(machine + "-bootstrap")
        .endMetadata()
        .addToStringData("value", "#cloud-config\nhostname: " + machine + "\n")
        .build();
  }
}
