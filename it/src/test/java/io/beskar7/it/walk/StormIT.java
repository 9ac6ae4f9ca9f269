package io.beskar7.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.it.harness.ClaimObserver;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More machines than hosts. Nothing is polled: resync and failsafe are an hour away. */
public class StormIT {
  @TempDir Path directory;

  protected Rack rack(FleetConfig config) throws IOException {
    return Rack.start(directory, config);
  }

  protected int hosts() {
    return 20;
  }

  protected int machines() {
    return 30;
  }

  @Test
  void theHostsThatAreThereServeAsManyMachinesAndTheRestWaits() throws Exception {
    try (Rack rack = rack(FleetConfig.of(hosts()));
        ClaimObserver observer = new ClaimObserver(rack.client())) {
      rack.applyHosts();
      rack.awaitHosts(HostState.AVAILABLE, hosts());
      IntStream.rangeClosed(1, machines()).forEach(number -> rack.applyMachine("worker-" + number));

      rack.awaitMachines(MachinePhase.PROVISIONED, hosts());
      List<Beskar7Machine> waiting = waiting(rack);
      assertThat(waiting).hasSize(machines() - hosts());
      String said = "False/WaitingForHost/0 of %1$d hosts free: %1$d claimed".formatted(hosts());
      Rack.await()
          .untilAsserted(
              () ->
                  assertThat(waiting(rack))
                      .allSatisfy(
                          machine -> assertThat(Rack.condition(machine, "Ready")).isEqualTo(said)));

      String served =
          rack.machines().stream()
              .filter(machine -> Rack.phaseOf(machine) == MachinePhase.PROVISIONED)
              .map(machine -> machine.getMetadata().getName())
              .findFirst()
              .orElseThrow();
      rack.deleteMachine(served);
      Rack.await().until(() -> waiting(rack).size() == machines() - hosts() - 1);
      rack.awaitMachines(MachinePhase.PROVISIONED, hosts());

      assertThat(observer.violations()).isEmpty();
      assertThat(observer.states()).isGreaterThan(hosts());
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
