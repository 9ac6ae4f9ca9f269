package io.beskar7.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.log.JudgeLog;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One machine from its YAML to a running system, and its host back again. */
public class OneMachineIT {
  @TempDir Path directory;

  protected Rack rack(FleetConfig config) throws IOException {
    return Rack.start(directory, config);
  }

  @Test
  void aMachineIsProvisionedAndItsHostComesBackOffAndAvailable() throws Exception {
    try (Rack rack = rack(FleetConfig.of(1).provisionedCallback(false))) {
      rack.applyHosts();
      rack.awaitHosts(HostState.AVAILABLE, 1);
      String hostName = rack.fleet().hosts().getFirst().name();
      assertThat(rack.fleet().judge().powerOns()).as("enrolment leaves the power alone").isEmpty();

      rack.applyMachine("worker-1");
      rack.awaitMachines(MachinePhase.PROVISIONED, 1);

      Beskar7Machine machine = rack.machine("worker-1");
      assertThat(machine.getSpec().providerID)
          .isEqualTo("b7://" + rack.namespace() + "/" + hostName);
      assertThat(machine.getStatus().ready).isTrue();
      assertThat(machine.getStatus().initialization.provisioned).isTrue();
      assertThat(machine.getStatus().addresses).isNotEmpty();
      assertThat(machine.getStatus().failureDomain)
          .isEqualTo(rack.fleet().hosts().getFirst().zone());
      assertThat(Rack.condition(machine, "Ready")).startsWith("True/");
      assertThat(Rack.condition(machine, "InfrastructureReady")).startsWith("True/");
      assertThat(Rack.condition(machine, "MachineProvisioned"))
          .startsWith("True/InspectionComplete/");

      Rack.await().until(() -> Rack.stateOf(rack.host(hostName)) == HostState.READY);
      PhysicalHost host = rack.host(hostName);
      assertThat(host.getSpec().consumerRef.name).isEqualTo("worker-1");
      assertThat(host.getSpec().consumerRef.uid).isEqualTo(machine.getMetadata().getUid());
      assertThat(host.getMetadata().getAnnotations())
          .containsEntry("beskar7.io/claimed-by", "worker-1")
          .containsKey("beskar7.io/claimed-at");
      assertThat(host.getStatus().inspectionReport.cpus.cores)
          .isEqualTo(rack.fleet().hosts().getFirst().hardware().totalCores());
      ProvisioningRun run = rack.runs().getFirst();
      assertThat(run.getStatus().milestones.phonedHomeAt).isNotNull();
      assertThat(run.getSpec().closed.cause).isEqualTo("Provisioned");

      rack.deleteMachine("worker-1");
      rack.awaitHosts(HostState.AVAILABLE, 1);
      rack.awaitGone("worker-1");
      assertThat(rack.host(hostName).getSpec().consumerRef).isNull();
      assertThat(rack.fleet().state(hostName).power()).isEqualTo("Off");
    }
  }

  @Test
  void theFleetsLogShowsOneAttemptPolitelyMade() throws Exception {
    JudgeLog judge;
    Rack rack = rack(FleetConfig.of(1));
    String host = rack.fleet().hosts().getFirst().name();
    try (rack) {
      rack.applyHosts();
      rack.applyMachine("worker-1");
      rack.awaitMachines(MachinePhase.PROVISIONED, 1);
      rack.deleteMachine("worker-1");
      rack.awaitGone("worker-1");
    }
    judge = rack.fleet().judge();
    assertThat(judge.powerOns()).containsEntry(host, 1L);
    assertThat(judge.imageWrites().get(host).values()).containsExactly(1L);
    assertThat(judge.imagedTwice()).isEmpty();
    assertThat(judge.repeatedOns()).isEmpty();
    assertThat(judge.onsWithoutConfirmedOff()).isEmpty();
    assertThat(judge.overlaps()).isEmpty();
    assertThat(judge.leakedSessions()).isEmpty();
    assertThat(judge.failedLogins()).isEmpty();
  }

  @Test
  void aRestartOfTheProductInTheMidstOfARunChangesNothing() throws Exception {
    try (Rack rack = rack(FleetConfig.of(2))) {
      rack.applyHosts();
      rack.awaitHosts(HostState.AVAILABLE, 2);
      rack.applyMachine("worker-1");
      Rack.await().until(() -> !rack.runs().isEmpty());
      rack.restart();
      rack.awaitMachines(MachinePhase.PROVISIONED, 1);
      assertThat(rack.fleet().judge().imagedTwice()).isEmpty();
      assertThat(rack.fleet().judge().repeatedOns()).isEmpty();
    }
  }
}
