package io.beskar7.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.cluster.Beskar7Cluster;
import io.beskar7.api.cluster.Beskar7ClusterStatus;
import io.beskar7.api.host.HostState;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.it.harness.ClusterCore;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that a Machine of Cluster API owns, in a Cluster. */
public class OwnedMachineWalkIT {
  private static final String PAUSED = "True/Paused/Cluster prod spec.paused is set to true";

  @TempDir Path directory;

  protected Rack rack(FleetConfig config) throws IOException {
    return Rack.start(directory, config);
  }

  @Test
  void aMachineFollowsItsClusterAndGoesBeforeItsOwner() throws Exception {
    try (Rack rack = rack(FleetConfig.of(1))) {
      ClusterCore core = new ClusterCore(rack).install();
      rack.applyHosts();
      rack.awaitHosts(HostState.AVAILABLE, 1);
      core.cluster("prod", "10.0.0.10");
      core.machine("prod", rack.yaml().machine("worker-1", spec -> {}));

      awaitReady(rack, "False/WaitingForClusterInfrastructureReady/");
      awaitCluster(rack);
      core.infrastructureProvisioned("prod");
      awaitReady(
          rack,
          "False/WaitingForBootstrapData/Machine worker-1 has no spec.bootstrap.dataSecretName yet");
      rack.apply(rack.yaml().bootstrap("worker-1"));
      core.bootstrapReady("worker-1", "worker-1-bootstrap");
      rack.awaitMachines(MachinePhase.PROVISIONED, 1);
      String host = rack.machine("worker-1").getStatus().host;
      assertThat(rack.machine("worker-1").getSpec().providerID)
          .isEqualTo("b7://" + rack.namespace() + "/" + host);

      core.pause("prod", true);
      Rack.await()
          .untilAsserted(
              () ->
                  assertThat(Rack.condition(rack.machine("worker-1"), "Paused")).isEqualTo(PAUSED));
      core.delete("worker-1");
      // A restart makes the product look at everything again.
      rack.restart();
      awaitLeads(rack);
      assertThat(rack.machine("worker-1")).isNotNull();
      assertThat(rack.fleet().state(host).power()).isEqualTo("On");

      new ClusterCore(rack).pause("prod", false);
      rack.awaitGone("worker-1");
      assertThat(rack.fleet().state(host).power()).isEqualTo("Off");
      new ClusterCore(rack).finish("worker-1");
      rack.awaitHosts(HostState.AVAILABLE, 1);
    }
  }

  @Test
  void aMachineWhoseOwnerVanishesGivesItsHostBack() throws Exception {
    try (Rack rack = rack(FleetConfig.of(1))) {
      ClusterCore core = new ClusterCore(rack).install();
      rack.applyHosts();
      core.cluster("prod", "10.0.0.10");
      core.infrastructureProvisioned("prod");
      core.machine("prod", rack.yaml().machine("worker-1", spec -> {}));
      rack.apply(rack.yaml().bootstrap("worker-1"));
      core.bootstrapReady("worker-1", "worker-1-bootstrap");
      rack.awaitMachines(MachinePhase.PROVISIONED, 1);
      String host = rack.machine("worker-1").getStatus().host;

      core.vanish("worker-1");
      rack.awaitGone("worker-1");
      rack.awaitHosts(HostState.AVAILABLE, 1);
      assertThat(rack.fleet().state(host).power()).isEqualTo("Off");
    }
  }

  private static void awaitReady(Rack rack, String beginning) {
    Rack.await()
        .untilAsserted(
            () ->
                assertThat(Rack.condition(rack.machine("worker-1"), "Ready"))
                    .startsWith(beginning));
  }

  private static void awaitCluster(Rack rack) {
    Rack.await()
        .untilAsserted(
            () -> {
              Beskar7ClusterStatus status =
                  rack.client()
                      .resources(Beskar7Cluster.class)
                      .inNamespace(rack.namespace())
                      .withName("prod")
                      .get()
                      .getStatus();
              assertThat(status).isNotNull();
              assertThat(status.initialization).isNotNull();
              assertThat(status.initialization.provisioned).isTrue();
              assertThat(status.controlPlaneEndpoint.host).isEqualTo("10.0.0.10");
              assertThat(status.failureDomains)
                  .extracting(domain -> domain.name)
                  .containsExactly(rack.fleet().hosts().getFirst().zone());
            });
  }

  /** Work after the restart has come past the paused machine: another one is told to wait. */
  private static void awaitLeads(Rack rack) {
    Beskar7Machine other = rack.yaml().machine("worker-2", spec -> {});
    rack.apply(rack.yaml().bootstrap("worker-2"));
    rack.apply(other);
    Rack.await()
        .untilAsserted(
            () ->
                assertThat(Rack.condition(rack.machine("worker-2"), "Ready"))
                    .isEqualTo("False/WaitingForHost/0 of 1 hosts free: 1 claimed"));
    rack.deleteMachine("worker-2");
    Rack.await().until(() -> rack.machine("worker-2") == null);
  }
}
