package io.beskar7.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.machine.MachinePhase;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fault.AgentFault;
import io.beskar7.simulator.fault.FaultAction;
import io.beskar7.simulator.fault.FaultRule;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that is deleted in any phase leaves its host Available and off. */
class CancelIT {
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    bench = Bench.start(directory, FleetConfig.of(7), Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    bench.close();
  }

  @Test
  void whilePending() {
    SimulatedHost server = bench.enrolled();
    bench.rack.apply(bench.rack.yaml().machine("pending", bench.only(server)));
    bench.phase("pending", MachinePhase.PENDING);
    cancel("pending", server, 0);
  }

  @Test
  void whileClaiming() {
    SimulatedHost server = bench.enrolled();
    bench.edit(server, host -> host.getSpec().cordoned = true);
    bench.machine("claiming", server);
    bench.phase("claiming", MachinePhase.CLAIMING);
    cancel("claiming", server, 0);
  }

  @Test
  void whileTheBmcIsBeingAskedToStartTheServer() {
    SimulatedHost server = bench.enrolled();
    FaultRule slow =
        FaultRule.always("slow-override", new FaultAction.Delay(Duration.ofSeconds(40)))
            .at(server.bmcLabel())
            .on("PATCH", "Systems");
    bench.rack.fleet().faults().add(slow);
    bench.machine("starting", server);
    Rack.await().until(() -> "Override".equals(step(server)));
    bench.rack.deleteMachine("starting");
    bench.rack.fleet().faults().remove("slow-override");
    bench.rack.awaitGone("starting");
    bench.backInTheRack(server);
    assertThat(bench.imagesWritten(server)).isZero();
  }

  @Test
  void whileTheServerBoots() {
    SimulatedHost server = bench.enrolled();
    bench.machine("booting", server);
    Rack.await().until(() -> bench.rack.fleet().judge().powerOns().containsKey(server.name()));
    cancel("booting", server, 0);
  }

  @Test
  void whileInspecting() {
    SimulatedHost server = bench.enrolled();
    bench.rack.fleet().faults().agent(server.name(), AgentFault.NEVER_REPORTS);
    bench.machine("inspecting", server);
    bench.says(
        "inspecting",
        Bench.READY,
        "False/WaitingForReport/%s has booted the inspection system and has not reported yet"
            .formatted(server.name()));
    cancel("inspecting", server, 0);
  }

  @Test
  void whileProvisioning() {
    SimulatedHost server = bench.enrolled();
    bench.rack.fleet().faults().agent(server.name(), AgentFault.CRASHES_AFTER_REPORT);
    bench.machine("provisioning", server);
    bench.phase("provisioning", MachinePhase.PROVISIONING);
    cancel("provisioning", server, 0);
  }

  @Test
  void whenProvisioned() {
    SimulatedHost server = bench.enrolled();
    bench.machine("provisioned", server);
    bench.phase("provisioned", MachinePhase.PROVISIONED);
    cancel("provisioned", server, 1);
  }

  private static void cancel(String machine, SimulatedHost server, int images) {
    bench.rack.deleteMachine(machine);
    bench.rack.awaitGone(machine);
    bench.backInTheRack(server);
    assertThat(bench.imagesWritten(server)).isEqualTo(images);
    assertThat(bench.rack.runs())
        .filteredOn(run -> run.getSpec().hostRef.name.equals(server.name()))
        .allSatisfy(run -> assertThat(run.getSpec().closed).isNotNull());
  }

  private static String step(SimulatedHost server) {
    var operation = bench.rack.host(server.name()).getStatus().operation;
    return operation == null ? null : operation.step;
  }
}
