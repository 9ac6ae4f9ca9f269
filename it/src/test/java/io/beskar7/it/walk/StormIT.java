package io.beskar7.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.it.harness.ClaimObserver;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More machines than hosts. Nothing is polled: resync and failsafe are an hour away. */
class StormIT {
  @TempDir Path directory;

  @Test
  void thirtyMachinesForTwentyHosts() throws Exception {
    try (Rack rack = Rack.start(directory, FleetConfig.of(20));
        ClaimObserver observer = new ClaimObserver(rack.client())) {
      rack.applyHosts();
      rack.awaitHosts(HostState.AVAILABLE, 20);
      IntStream.rangeClosed(1, 30).forEach(number -> rack.applyMachine("worker-" + number));

      rack.awaitMachines(MachinePhase.PROVISIONED, 20);
      List<Beskar7Machine> waiting = waiting(rack);
      assertThat(waiting).hasSize(10);
      Rack.await()
          .untilAsserted(
              () ->
                  assertThat(waiting(rack))
                      .allSatisfy(
                          machine ->
                              assertThat(Rack.condition(machine, "Ready"))
                                  .isEqualTo(
                                      "False/WaitingForHost/0 of 20 hosts free: 20 claimed")));

      String served =
          rack.machines().stream()
              .filter(machine -> Rack.phaseOf(machine) == MachinePhase.PROVISIONED)
              .map(machine -> machine.getMetadata().getName())
              .findFirst()
              .orElseThrow();
      rack.deleteMachine(served);
      Rack.await().until(() -> waiting(rack).size() == 9);
      rack.awaitMachines(MachinePhase.PROVISIONED, 20);

      assertThat(observer.violations()).isEmpty();
      assertThat(observer.states()).isGreaterThan(20);
      assertThat(rack.fleet().judge().imagedTwice()).isEmpty();
      assertThat(rack.fleet().judge().overlaps()).isEmpty();
    }
  }

  private static List<Beskar7Machine> waiting(Rack rack) {
    return rack.machines().stream()
        .filter(machine -> Rack.phaseOf(machine) == MachinePhase.CLAIMING)
        .toList();
  }
}
