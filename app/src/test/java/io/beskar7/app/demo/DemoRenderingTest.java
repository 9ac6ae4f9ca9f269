package io.beskar7.app.demo;

import static io.beskar7.app.Fixtures.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.Fixtures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoRenderingTest {
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  @Test
  void aMachineWithoutARunWaitsForAHost() {
    assertThat(MachineProgress.of(yaml(Fixtures.WAITING_MACHINE, Beskar7Machine.class), null))
        .isEqualTo(new MachineProgress("worker-2", "-", 5, "waits for a host", false, false));
  }

  @Test
  void aMachineComesAsFarAsTheMilestonesOfItsRun() {
    Beskar7Machine machine = yaml(Fixtures.INSPECTING_MACHINE, Beskar7Machine.class);

    assertThat(MachineProgress.of(machine, null).percent()).isEqualTo(15);
    assertThat(MachineProgress.of(machine, yaml(Fixtures.OPEN_RUN, ProvisioningRun.class)))
        .isEqualTo(
            new MachineProgress(
                "worker-1", "host-0001", 35, "host loads the inspector", false, false));
    assertThat(
            MachineProgress.of(machine, yaml(Fixtures.CLOSED_RUN, ProvisioningRun.class)).percent())
        .isEqualTo(55);
  }

  @Test
  void aFailedMachineSaysWhy() {
    Beskar7Machine machine = yaml(Fixtures.WAITING_MACHINE, Beskar7Machine.class);
    machine.getStatus().phase = MachinePhase.FAILED;

    MachineProgress progress = MachineProgress.of(machine, null);

    assertThat(progress.failed()).isTrue();
    assertThat(progress.step()).isEqualTo("failed: WaitingForHost 0 of 20 hosts free: 20 claimed");
  }

  @Test
  void plainProgressPrintsALineOnlyForWhatIsNew() {
    PlainProgress progress = new PlainProgress(out);
    progress.machines(List.of(at(1, 5), at(2, 5)), Duration.ofMillis(1_500));
    progress.machines(List.of(at(1, 5), at(2, 15)), Duration.ofMillis(2_000));

    assertThat(text.toString().lines())
        .containsExactly(
            "    1.5s  worker-1     5%  host-1     step 5",
            "    1.5s  worker-2     5%  host-2     step 5",
            "    2.0s  worker-2    15%  host-2     step 15");
  }

  @Test
  void liveProgressDrawsOverItselfWithABarForEachMachine() {
    LiveProgress progress = new LiveProgress(out);
    progress.machines(List.of(at(1, 50)), Duration.ofSeconds(3));
    progress.machines(List.of(at(1, 100)), Duration.ofSeconds(4));

    assertThat(text.toString())
        .contains("0 of 1 machines Provisioned after 3 s")
        .contains("[############............]  50%  host-1")
        .contains("\u001b[2A")
        .contains("[########################] 100%  host-1")
        .contains("1 of 1 machines Provisioned after 4 s");
  }

  @Test
  void liveProgressOfManyMachinesShowsFirstWhatIsUnderWay() {
    LiveProgress progress = new LiveProgress(out);
    progress.machines(
        IntStream.rangeClosed(1, 30).mapToObj(i -> at(i, i <= 20 ? 100 : 5)).toList(),
        Duration.ZERO);

    assertThat(text.toString()).contains("worker-30", "and 10 more");
  }

  @Test
  void theResultForProgramsHasAssignmentsTimesAndCounts() throws Exception {
    JsonNode json = new ObjectMapper().readTree(result(true).json());

    assertThat(json.path("assignments").path("worker-1").asText()).isEqualTo("host-0007");
    assertThat(json.path("machineSeconds").path("worker-1").path("reported").asDouble())
        .isEqualTo(2.5);
    assertThat(json.path("apiWritesPerMachine").asDouble()).isEqualTo(15);
    assertThat(json.path("reconcilesPerMachine").asDouble()).isEqualTo(4);
    assertThat(json.path("succeeded").asBoolean()).isFalse();
  }

  @Test
  void aDemoSucceedsOnlyWhenEveryMachineIsProvisioned() {
    assertThat(result(true).succeeded()).isFalse();
    assertThat(result(false).succeeded()).isFalse();
    DemoPlan plan = new DemoPlan(2, 1, 1, Duration.ofMinutes(1), 20);
    assertThat(
            new DemoResult(plan, 2, List.of(machine(1, true)), work(), Duration.ZERO, Duration.ZERO)
                .succeeded())
        .isTrue();
  }

  @Test
  void theResultForPeopleSaysHowManyCameUp() {
    assertThat(result(true).table())
        .contains("worker-1   host-0007   Provisioned")
        .contains("1 of 2 machines Provisioned on 2 hosts in 9.0 s; seed 7");
  }

  private static DemoResult result(boolean first) {
    DemoPlan plan = new DemoPlan(2, 2, 7, Duration.ofMinutes(1), 20);
    return new DemoResult(
        plan,
        2,
        List.of(machine(1, first), machine(2, false)),
        work(),
        Duration.ofSeconds(2),
        Duration.ofSeconds(9));
  }

  private static MachineResult machine(int number, boolean provisioned) {
    return new MachineResult(
        "worker-" + number, "host-0007", provisioned, "step", Map.of("reported", 2.5));
  }

  private static Work work() {
    return new Work(Map.of("secrets", 10L, "runs", 20L), Map.of("PhysicalHost", 8L));
  }

  private static MachineProgress at(int number, int percent) {
    return new MachineProgress(
        "worker-" + number, "host-" + number, percent, "step " + percent, percent == 100, false);
  }
}
