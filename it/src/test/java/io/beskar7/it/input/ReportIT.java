package io.beskar7.it.input;

import static io.beskar7.it.input.Bench.READY;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fault.AgentFault;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that are broken, too large, or not for the run: refused, and the run waits on. */
class ReportIT {
  private static final String UNAUTHORIZED = "401 {\"error\":\"unauthorized\"}";

  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    bench = Bench.start(directory, FleetConfig.of(4).provisionedCallback(false), Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    bench.close();
  }

  @Test
  void aReportThatIsNotJsonOrOverOneMebibyteIsRefusedAndTheNextOneCounts() throws Exception {
    SimulatedHost server = waitingForReport("broken");
    RawMachine machine = RawMachine.boot(bench, server);
    String path = "/api/v1/inspection/default/" + server.name();

    assertThat(machine.post(path, machine.token(), "{\"manufacturer\": \"B"))
        .isEqualTo("400 Invalid JSON");
    assertThat(machine.post(path, machine.token(), "[]")).isEqualTo("400 Invalid JSON");
    String huge = "{\"manufacturer\":\"" + "x".repeat(1 << 20) + "\"}";
    assertThat(machine.post(path, machine.token(), huge)).isEqualTo("413 Request body too large");
    assertStillWaiting("broken", server);

    assertThat(machine.post(path, machine.token(), report(server)))
        .isEqualTo("202 {\"status\":\"accepted\"}");
    bench.phase("broken", MachinePhase.PROVISIONING);
  }

  @Test
  void aReportWithAWrongAnExpiredOrNoTokenIsRefusedAndSoIsOneForAnotherRun() throws Exception {
    SimulatedHost server = waitingForReport("tokens");
    SimulatedHost neighbour = waitingForReport("neighbour");
    RawMachine expired = RawMachine.boot(bench, server);
    RawMachine machine = RawMachine.boot(bench, server);
    RawMachine other = RawMachine.boot(bench, neighbour);
    String path = "/api/v1/inspection/default/" + server.name();
    String report = report(server);

    assertThat(machine.post(path, "x".repeat(43), report)).isEqualTo(UNAUTHORIZED);
    assertThat(machine.post(path, expired.token(), report)).isEqualTo(UNAUTHORIZED);
    assertThat(machine.post(path, null, report)).isEqualTo(UNAUTHORIZED);
    assertThat(machine.post(path, other.token(), report)).isEqualTo(UNAUTHORIZED);
    assertThat(machine.postInClear(path, report))
        .isEqualTo("403 {\"error\":\"use https: tokens do not travel in clear\"}");
    assertThat(machine.get("/api/v1/bootstrap/default/" + server.name()))
        .as("bootstrap data before an accepted report")
        .isEqualTo("404 not found");
    assertStillWaiting("tokens", server);
    assertStillWaiting("neighbour", neighbour);

    assertThat(machine.post(path, machine.token(), report)).startsWith("202 ");
    bench.phase("tokens", MachinePhase.PROVISIONING);
    assertStillWaiting("neighbour", neighbour);

    bench.rack.deleteMachine("tokens");
    bench.backInTheRack(server);
    assertThat(machine.post(path, machine.token(), report))
        .as("the token of a run that is closed")
        .isEqualTo(UNAUTHORIZED);
  }

  /** The server boots, and its own agent says nothing. */
  private static SimulatedHost waitingForReport(String machine) {
    SimulatedHost server = bench.enrolled();
    bench.rack.fleet().faults().agent(server.name(), AgentFault.NEVER_REPORTS);
    bench.machine(machine, server);
    assertStillWaiting(machine, server);
    return server;
  }

  private static void assertStillWaiting(String machine, SimulatedHost server) {
    bench.says(
        machine,
        READY,
        "False/WaitingForReport/%s has booted the inspection system and has not reported yet"
            .formatted(server.name()));
    ProvisioningRun run =
        bench.rack.runs().stream()
            .filter(candidate -> candidate.getSpec().hostRef.name.equals(server.name()))
            .findFirst()
            .orElseThrow();
    assertThat(run.getStatus().verdict).isNull();
    assertThat(run.getStatus().reportRef).isNull();
    assertThat(Rack.phaseOf(bench.rack.machine(machine))).isEqualTo(MachinePhase.INSPECTING);
  }

  private static String report(SimulatedHost server) {
    return "{\"serialNumber\":\"%s\",\"uuid\":\"%s\"}".formatted(server.serial(), server.uuid());
  }
}
