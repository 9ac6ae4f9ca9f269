package io.beskar7.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.machine.HardwareRequirements;
import io.beskar7.api.machine.MemoryRequirement;
import io.beskar7.api.report.Inspection;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.api.run.VerdictResult;
import io.beskar7.boot.support.Agent;
import io.beskar7.boot.support.BootBed;
import io.beskar7.boot.support.BootBed.Booting;
import io.beskar7.boot.support.Rack;
import io.beskar7.boot.support.Reports;
import io.beskar7.testkit.EmbeddedApiServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  @RegisterExtension static final EmbeddedApiServer API = new EmbeddedApiServer();

  private BootBed bed;

  @BeforeEach
  void start() {
    bed = new BootBed(API);
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  private static void assertAnswer(HttpResponse<String> answer, int status, String body) {
    assertThat(answer.statusCode() + " " + answer.body()).isEqualTo(status + " " + body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v42", "spec"})
  void aReportOfEitherShapeIsStoredJudgedAndAcknowledged(String shape) {
    Booting host = bed.booting("h-" + shape, o -> o.hardwareRequirements = cores(16));
    Agent.Booted agent = bed.boot(host);

    assertAnswer(agent.report(Reports.of(shape)), 202, "{\"status\":\"accepted\"}");

    ProvisioningRun run = bed.rack.look(host.run());
    assertThat(run.getStatus().verdict.result).isEqualTo(VerdictResult.ACCEPTED);
    assertThat(run.getStatus().reportRef.name).isEqualTo(run.getMetadata().getName());
    Inspection report = bed.rack.report(run).getSpec().report;
    assertThat(report.timestamp).isEqualTo(run.getStatus().milestones.reportedAt);
    assertThat(report.cpus.cores).isEqualTo(16);
    assertThat(report.memory.totalGB).isEqualTo(64);
    assertThat(report.disks).hasSize(1);
    assertThat(report.nics.getFirst().speedMbps).isEqualTo(10_000);
    assertThat(report.system.uuid).isEqualToIgnoringCase(Rack.UUID);
  }

  @Test
  void aHostThatLacksSomethingIsRejectedWithEachMiss() {
    Booting host =
        bed.booting(
            "small",
            orders -> {
              orders.hardwareRequirements = cores(17);
              orders.hardwareRequirements.minMemoryGB = 65;
            });

    assertAnswer(bed.boot(host).report(Reports.V42), 202, "{\"status\":\"accepted\"}");

    ProvisioningRun run = bed.rack.look(host.run());
    assertThat(run.getStatus().verdict.result).isEqualTo(VerdictResult.REJECTED);
    assertThat(run.getStatus().verdict.message)
        .isEqualTo(
            "minCPUCores: wanted at least 17, found 16;"
                + " minMemoryGB: wanted at least 65 GiB, found 64 GiB");
  }

  @Test
  void aRequirementThatCannotBeReadRejectsAndNamesTheField() {
    Booting host =
        bed.booting(
            "typo",
            orders -> {
              orders.hardwareRequirements = new HardwareRequirements();
              orders.hardwareRequirements.memory = new MemoryRequirement();
              orders.hardwareRequirements.memory.capacity = "64GB";
            });

    bed.boot(host).report(Reports.V42);

    assertThat(bed.rack.look(host.run()).getStatus().verdict.message)
        .isEqualTo(
            "hardwareRequirements.memory.capacity: \"64GB\" cannot be used:"
                + " must be a quantity such as 64Gi, 1Ti or 500G");
  }

  @Test
  void anotherServerThanTheOneBehindTheBmcIsTheWrongMachine() {
    Booting host =
        bed.booting("miswired", o -> o.identity.uuid = "11223344-5566-7788-99aa-bbccddeeff00");

    assertAnswer(bed.boot(host).report(Reports.V42), 202, "{\"status\":\"accepted\"}");

    ProvisioningRun run = bed.rack.look(host.run());
    assertThat(run.getStatus().verdict.result).isEqualTo(VerdictResult.WRONG_MACHINE);
    assertThat(run.getStatus().verdict.message).contains(Rack.UUID);
  }

  @Test
  void theFirstReportStaysAndARepeatedOneIsAcknowledged() {
    Booting host = bed.booting("twice", o -> o.hardwareRequirements = cores(16));
    Agent.Booted agent = bed.boot(host);
    agent.report(Reports.V42);

    assertAnswer(agent.report("{}"), 202, "{\"status\":\"accepted\"}");

    assertThat(bed.rack.report(host.run()).getSpec().report.cpus.cores).isEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "\"text\"", "{\"cpus\":", "{} {}"})
  void whatIsNoJsonObjectIsRefused(String body) {
    Booting host = bed.booting("badjson");

    assertAnswer(bed.boot(host).report(body), 400, "Invalid JSON");
    assertThat(bed.rack.look(host.run()).getStatus().verdict).isNull();
  }

  @Test
  void aReportOverOneMebibyteIsRefused() {
    Booting host = bed.booting("big");
    String fits = "{\"x\":\"" + "a".repeat((1 << 20) - 8) + "\"}";

    Agent.Booted agent = bed.boot(host);

    assertAnswer(agent.report(fits + " "), 413, "Request body too large");
    assertAnswer(agent.report(fits), 202, "{\"status\":\"accepted\"}");
  }

  @Test
  void absurdValuesAreNotToldRatherThanErrors() {
    Booting host = bed.booting("absurd");

    assertAnswer(bed.boot(host).report(Reports.ABSURD), 202, "{\"status\":\"accepted\"}");

    Inspection report = bed.rack.report(host.run()).getSpec().report;
    assertThat(report.cpus.cores).isNull();
    assertThat(report.disks).hasSize(256);
    assertThat(report.nics.getFirst().macAddress).isNull();
    assertThat(report.system.manufacturer).hasSize(256);
  }

  @Test
  void nothingIsAcknowledgedBeforeItIsDurable() {
    Booting host = bed.booting("durable");
    Agent.Booted agent = bed.boot(host);
    bed.faults.failWrites(true);

    assertThat(agent.report(Reports.V42).statusCode()).isEqualTo(503);
    assertThat(bed.rack.look(host.run()).getStatus().verdict).isNull();

    bed.faults.failWrites(false);
    assertAnswer(agent.report(Reports.V42), 202, "{\"status\":\"accepted\"}");
  }

  @Test
  void aRestartBetweenReportAndVerdictLosesNothing() {
    Booting host = bed.booting("restart", o -> o.hardwareRequirements = cores(16));
    Agent.Booted agent = bed.boot(host);
    bed.faults.overtakeNextStatusWrite(() -> bed.faults.failEverything(true));
    assertThat(agent.report(Reports.V42).statusCode()).isEqualTo(503);
    assertThat(bed.rack.report(host.run())).isNotNull();
    bed.faults.failEverything(false);

    bed.restart();
    Agent.Booted again = bed.agent().bootOnce(script(agent));

    assertAnswer(again.report("{}"), 202, "{\"status\":\"accepted\"}");
    ProvisioningRun run = bed.rack.look(host.run());
    assertThat(run.getStatus().verdict.result).isEqualTo(VerdictResult.ACCEPTED);
    assertThat(bed.rack.report(run).getSpec().report.cpus.cores)
        .as("the verdict is about the report on record")
        .isEqualTo(16);
  }

  @Test
  void aDeadlineThatWasWrittenFirstWins() {
    Booting host = bed.booting("late");
    Agent.Booted agent = bed.boot(host);
    bed.faults.overtakeNextStatusWrite(
        () -> bed.rack.close(host.run(), RunOutcome.FAILED, "InspectionTimeout"));

    assertAnswer(agent.report(Reports.V42), 401, "{\"error\":\"unauthorized\"}");

    assertThat(bed.rack.look(host.run()).getStatus().verdict).isNull();
  }

  @Test
  void anUnrelatedWriteInBetweenIsNoticedAndTheReportStillCounts() {
    Booting host = bed.booting("busy");
    Agent.Booted agent = bed.boot(host);
    bed.faults.overtakeNextStatusWrite(
        () -> {
          ProvisioningRun run = bed.rack.look(host.run());
          run.getStatus().hostname = "written-by-another";
          bed.api().resource(run).updateStatus();
        });

    assertAnswer(agent.report(Reports.V42), 202, "{\"status\":\"accepted\"}");

    ProvisioningRun run = bed.rack.look(host.run());
    assertThat(run.getStatus().hostname).isEqualTo("written-by-another");
    assertThat(run.getStatus().verdict.result).isEqualTo(VerdictResult.ACCEPTED);
  }

  @Test
  void theApiBeingDownIsSaidSo() {
    Booting host = bed.booting("apidown");
    Agent.Booted agent = bed.boot(host);
    bed.faults.failEverything(true);

    assertAnswer(
        agent.report(Reports.V42),
        503,
        "{\"error\":\"the Kubernetes API does not answer, try again\"}");
  }

  /** A script with the parameters a machine already has. */
  private static String script(Agent.Booted agent) {
    StringBuilder line = new StringBuilder("kernel x");
    agent
        .parameters()
        .forEach((name, value) -> line.append(" ").append(name).append("=").append(value));
    return line.toString();
  }

  private static HardwareRequirements cores(int cores) {
    HardwareRequirements wanted = new HardwareRequirements();
    wanted.minCPUCores = cores;
    return wanted;
  }
}
