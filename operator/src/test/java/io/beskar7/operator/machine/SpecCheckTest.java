package io.beskar7.operator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.common.DeployMode;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.api.machine.HardwareRequirements;
import io.beskar7.api.machine.MemoryRequirement;
import io.beskar7.api.machine.NetworkRequirement;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SpecCheckTest {
  @Test
  void a_complete_spec_has_no_faults() {
    assertThat(SpecCheck.faults(machine(spec -> {}))).isEmpty();
  }

  @Test
  void missing_images_are_named() {
    assertThat(
            SpecCheck.faults(
                machine(
                    spec -> {
                      spec.inspectionImage = null;
                      spec.targetOSImage = null;
                    })))
        .containsExactly(
            "spec.inspectionImage: not set: must be an http or https URL",
            "spec.targetOSImage: not set: must be an http or https URL");
  }

  @Test
  void a_whole_disk_image_needs_a_digest() {
    assertThat(SpecCheck.faults(machine(spec -> spec.deployMode = DeployMode.IMAGE)))
        .containsExactly(
            "spec.targetOSImageDigest: not set: must be sha256: and 64 hexadecimal digits, because"
                + " spec.deployMode is image");
  }

  @Test
  void bad_quantities_are_named_with_what_is_allowed() {
    assertThat(
            SpecCheck.faults(
                machine(
                    spec -> {
                      spec.hardwareRequirements = new HardwareRequirements();
                      spec.hardwareRequirements.memory = new MemoryRequirement();
                      spec.hardwareRequirements.memory.capacity = "lots";
                      spec.hardwareRequirements.network = new NetworkRequirement();
                      spec.hardwareRequirements.network.speed = "fast";
                    })))
        .containsExactly(
            "spec.hardwareRequirements.memory.capacity: \"lots\" cannot be used: must be a quantity"
                + " such as 64Gi, 1Ti or 500G",
            "spec.hardwareRequirements.network.speed: \"fast\" cannot be used: must be a speed such"
                + " as 10Gbps or 1000Mbps");
  }

  @Test
  void a_provider_id_names_a_host_of_the_same_namespace() {
    assertThat(SpecCheck.faults(machine(spec -> spec.providerID = "b7://ns/host-1"))).isEmpty();
    assertThat(SpecCheck.faults(machine(spec -> spec.providerID = "b7://other/host-1")))
        .containsExactly(
            "spec.providerID: \"b7://other/host-1\" cannot be used: must be b7://ns/ and the name"
                + " of a host");
  }

  private static Beskar7Machine machine(Consumer<Beskar7MachineSpec> edit) {
    Beskar7Machine machine = new Beskar7Machine();
    machine.setMetadata(new ObjectMetaBuilder().withNamespace("ns").withName("m").build());
    machine.setSpec(new Beskar7MachineSpec());
    machine.getSpec().inspectionImage = "http://images/inspector";
    machine.getSpec().targetOSImage = "http://images/os.tar.gz";
    edit.accept(machine.getSpec());
    return machine;
  }
}
