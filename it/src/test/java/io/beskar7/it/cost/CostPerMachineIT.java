package io.beskar7.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one machine costs the Kubernetes API and the manager, from its wish to its running. */
class CostPerMachineIT {
  private static final int MACHINES = 20;
  private static final int MOST_WRITES = 40;
  private static final int MOST_LOOKS = 30;

  @TempDir Path directory;

  @Test
  void oneMachineCostsAtMostFortyWritesAndThirtyLooks() throws Exception {
    FleetConfig fleet = FleetConfig.of(MACHINES).provisionedCallback(false);
    try (Rack rack = Rack.start(directory, fleet, Map.of("reconcile.syncPeriod", "300s"))) {
      rack.applyHosts();
      rack.awaitHosts(HostState.AVAILABLE, MACHINES);
      Effort before = Effort.soFar(rack.manager().meters());

      for (int number = 1; number <= MACHINES; number++) {
        rack.applyMachine("worker-" + number);
      }
      rack.awaitMachines(MachinePhase.PROVISIONED, MACHINES);
      rack.awaitHosts(HostState.READY, MACHINES);
      Effort effort = Effort.soFar(rack.manager().meters()).since(before);

      assertThat(effort.writesPer(MACHINES))
          .as("writes for each of %d machines: %s", MACHINES, effort)
          .isBetween(1.0, (double) MOST_WRITES);
      assertThat(effort.looksForNewsPer(MACHINES))
          .as("looks, but for polls, for each of %d machines: %s", MACHINES, effort)
          .isBetween(1.0, (double) MOST_LOOKS);
    }
  }
}
