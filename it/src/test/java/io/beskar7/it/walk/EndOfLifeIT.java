package io.beskar7.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deleting hosts, machines and whole namespaces, and pausing instead. */
public class EndOfLifeIT {
  @TempDir Path directory;

  protected Rack rack(FleetConfig config) throws IOException {
    return Rack.start(directory, config);
  }

  @Test
  void aFreeHostGoesAtOnceAndAClaimedOneWhenItsMachineHasLetGo() throws Exception {
    try (Rack rack = rack(FleetConfig.of(2))) {
      rack.applyHosts();
      rack.awaitHosts(HostState.AVAILABLE, 2);
      rack.applyMachine("worker-1");
      rack.awaitMachines(MachinePhase.PROVISIONED, 1);
      String claimed = rack.machine("worker-1").getStatus().host;
      String free =
          rack.hosts().stream()
              .map(host -> host.getMetadata().getName())
              .filter(name -> !name.equals(claimed))
              .findFirst()
              .orElseThrow();

      deleteHost(rack, free);
      Rack.await().until(() -> rack.host(free) == null);

      deleteHost(rack, claimed);
      Rack.await()
          .untilAsserted(
              () ->
                  assertThat(Rack.condition(rack.host(claimed), "Ready"))
                      .startsWith("False/DeletionBlocked/"));
      assertThat(rack.fleet().state(claimed).power()).isEqualTo("On");
      rack.deleteMachine("worker-1");
      rack.awaitGone("worker-1");
      Rack.await().until(() -> rack.host(claimed) == null);
      assertThat(rack.fleet().state(claimed).power()).isEqualTo("Off");
    }
  }

  @Test
  void aMachineDeletedInTheMidstOfItsRunGivesItsHostBack() throws Exception {
    try (Rack rack = rack(FleetConfig.of(1))) {
      rack.applyHosts();
      rack.applyMachine("worker-1");
      Rack.await().until(() -> !rack.runs().isEmpty());
      rack.deleteMachine("worker-1");
      rack.awaitGone("worker-1");
      rack.awaitHosts(HostState.AVAILABLE, 1);
      assertThat(rack.fleet().state(rack.fleet().hosts().getFirst().name()).power())
          .isEqualTo("Off");
    }
  }

  @Test
  void aPausedMachineStaysAsItIsUntilItIsResumed() throws Exception {
    try (Rack rack = rack(FleetConfig.of(1))) {
      rack.applyHosts();
      rack.applyMachine("worker-1");
      rack.awaitMachines(MachinePhase.PROVISIONED, 1);
      annotate(machine(rack, rack.namespace()), Annotations.PAUSED, "\"\"");
      Rack.await()
          .untilAsserted(
              () ->
                  assertThat(Rack.condition(rack.machine("worker-1"), "Paused"))
                      .isEqualTo("True/Paused/annotation cluster.x-k8s.io/paused is set"));
      rack.deleteMachine("worker-1");
      // A restart makes the product look at everything again.
      rack.restart();
      rack.applyMachine("worker-2");
      Rack.await()
          .untilAsserted(
              () ->
                  assertThat(Rack.condition(rack.machine("worker-2"), "Ready"))
                      .isEqualTo("False/WaitingForHost/0 of 1 hosts free: 1 claimed"));
      String host = rack.machine("worker-1").getStatus().host;
      assertThat(rack.fleet().state(host).power()).isEqualTo("On");
      annotate(machine(rack, rack.namespace()), Annotations.PAUSED, "null");
      rack.awaitGone("worker-1");
      rack.awaitMachines(MachinePhase.PROVISIONED, 1);
      assertThat(rack.fleet().judge().imagedTwice()).isEmpty();
    }
  }

  @Test
  void aNamespaceGoesWithItsFreeHosts() throws Exception {
    try (Rack rack = rack(FleetConfig.of(1))) {
      String namespace = doomed(rack);
      Rack.await().until(() -> Rack.stateOf(host(rack, namespace)) == HostState.AVAILABLE);
      rack.client().namespaces().withName(namespace).delete();
      awaitGone(rack, namespace);
      assertThat(rack.fleet().judge().powerOns()).isEmpty();
    }
  }

  @Test
  void aNamespaceWhoseSecretsWentFirstSaysSoAndGoesOnceItsMachineIsForced() throws Exception {
    try (Rack rack = rack(FleetConfig.of(1))) {
      String namespace = doomed(rack);
      in(rack, namespace, rack.yaml().bootstrap("worker-1"));
      in(rack, namespace, rack.yaml().machine("worker-1", spec -> {}));
      Rack.await().until(() -> Rack.stateOf(host(rack, namespace)) == HostState.READY);

      rack.client().secrets().inNamespace(namespace).delete();
      rack.client().namespaces().withName(namespace).delete();
      Rack.await()
          .untilAsserted(
              () ->
                  assertThat(Rack.condition(host(rack, namespace), "RedfishConnectionReady"))
                      .isEqualTo(
                          "False/CABundleInvalid/Secret \"bmc-ca\" of caBundleSecretRef not"
                              + " found in namespace \"%s\"".formatted(namespace)));
      annotate(machine(rack, namespace), Annotations.FORCE_RELEASE, "\"true\"");
      awaitGone(rack, namespace);
    }
  }

  /** A new namespace with a host and its Secrets. */
  private static String doomed(Rack rack) {
    String namespace = "doomed-" + rack.namespace();
    rack.client()
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    rack.yaml().access().forEach(object -> in(rack, namespace, object));
    in(rack, namespace, rack.yaml().host(rack.fleet().hosts().getFirst()));
    return namespace;
  }

  private static PhysicalHost host(Rack rack, String namespace) {
    return rack.client()
        .resources(PhysicalHost.class)
        .inNamespace(namespace)
        .withName(rack.fleet().hosts().getFirst().name())
        .get();
  }

  private static void awaitGone(Rack rack, String namespace) {
    Rack.await().until(() -> rack.client().namespaces().withName(namespace).get() == null);
  }

  private static void in(Rack rack, String namespace, HasMetadata object) {
    rack.client().resource(object).inNamespace(namespace).create();
  }

  private static void deleteHost(Rack rack, String name) {
    rack.client()
        .resources(PhysicalHost.class)
        .inNamespace(rack.namespace())
        .withName(name)
        .delete();
  }

  private static Resource<Beskar7Machine> machine(Rack rack, String namespace) {
    return rack.client()
        .resources(Beskar7Machine.class)
        .inNamespace(namespace)
        .withName("worker-1");
  }

  /** As kubectl annotate does: whatever its version. */
  private static void annotate(Resource<Beskar7Machine> machine, String name, String value) {
    machine.patch(
        PatchContext.of(PatchType.JSON_MERGE),
        "{\"metadata\":{\"annotations\":{\"%s\":%s}}}".formatted(name, value));
  }
}
