package io.beskar7.it.input;

import static io.beskar7.it.input.Bench.READY;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fault.AgentFault;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Milestones that are missed: a bounded number of attempts, then a named end and a clean host. */
class DeadlineIT {
  @TempDir Path directory;

  @Test
  void aServerThatNeverAsksForItsScriptFailsItsMachineAfterAllAttempts() throws Exception {
    Map<String, String> keys =
        Map.of("provisioning.bootTimeout", "1m", "provisioning.maxAttempts", "2");
    try (Bench bench = Bench.start(directory, FleetConfig.of(1), keys)) {
      bench.rack.fleet().bootUrl(null);
      SimulatedHost server = bench.enrolled();
      bench.machine("mute", server);

      bench.phase("mute", MachinePhase.FAILED);
      bench.says(
          "mute",
          READY,
          "False/BootTimeout/%s never asked for its boot script".formatted(server.name()));
      bench.backInTheRack(server);
      assertThat(causes(bench)).containsExactly("BootTimeout", "BootTimeout");

      bench.machine("mute-too", server);
      bench.phase("mute-too", MachinePhase.FAILED);
      bench.state(server, HostState.ERROR);
      bench.says(
          server,
          READY,
          "False/Quarantined/4 runs failed one after another, the last is %s: look at it, repair the host, then set spec.maintenance to true and back to false"
              .formatted(bench.rack.host(server.name()).getStatus().run));
      assertThat(bench.rack.fleet().state(server.name()).power()).isEqualTo("Off");
    }
  }

  @Test
  void reportsThatAreRefusedEndTheAttemptAndAHealedAgentIsTakenInTheNext() throws Exception {
    Map<String, String> keys =
        Map.of("provisioning.inspectionTimeout", "5m", "provisioning.maxAttempts", "10");
    try (Bench bench = Bench.start(directory, FleetConfig.of(3), keys)) {
      List<AgentFault> faults =
          List.of(AgentFault.GARBAGE_REPORT, AgentFault.HUGE_REPORT, AgentFault.NEVER_REPORTS);
      List<SimulatedHost> servers = bench.rack.fleet().hosts();
      for (int i = 0; i < faults.size(); i++) {
        bench.enrolled();
        bench.rack.fleet().faults().agent(servers.get(i).name(), faults.get(i));
        bench.machine("m-" + i, servers.get(i));
      }
      Rack.await().until(() -> causes(bench).size() >= 3);
      assertThat(causes(bench)).containsOnly("InspectionTimeout");

      servers.forEach(server -> bench.rack.fleet().faults().agent(server.name(), AgentFault.NONE));
      bench.rack.awaitMachines(MachinePhase.PROVISIONED, 3);
      servers.forEach(server -> assertThat(bench.imagesWritten(server)).isEqualTo(1));
    }
  }

  @Test
  void crossedCablesBetweenTwoServersInstallNothingOnEither() throws Exception {
    Map<String, String> keys =
        Map.of("provisioning.bootTimeout", "1m", "provisioning.maxAttempts", "1");
    try (Bench bench = Bench.start(directory, FleetConfig.of(2), keys)) {
      SimulatedHost server = bench.enrolled();
      SimulatedHost other = bench.enrolled();
      server.swapMachine(other);
      bench.machine("crossed", server);

      bench.phase("crossed", MachinePhase.FAILED);
      bench.says(
          "crossed",
          READY,
          "False/BootTimeout/%s never asked for its boot script".formatted(server.name()));
      bench.backInTheRack(server);
      bench.available(other);
      assertThat(bench.rack.fleet().judge().imageWrites()).isEmpty();
      assertThat(bench.rack.runs()).allSatisfy(run -> assertThat(run.getStatus()).isNull());
    }
  }

  private static List<String> causes(Bench bench) {
    return bench.rack.runs().stream()
        .map(ProvisioningRun::getSpec)
        .filter(spec -> spec.closed != null)
        .map(spec -> spec.closed.cause)
        .toList();
  }
}
