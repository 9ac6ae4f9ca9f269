package io.beskar7.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.HardwareRequirements;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.boot.support.Agent;
import io.beskar7.boot.support.BootBed;
import io.beskar7.boot.support.BootBed.Booting;
import io.beskar7.boot.support.Rack;
import io.beskar7.boot.support.Reports;
import io.beskar7.testkit.EmbeddedApiServer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BootstrapTest {
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

  private Agent.Booted accepted(Booting host) {
    Agent.Booted agent = bed.boot(host);
    agent.report(Reports.V42);
    return agent;
  }

  @Test
  void theDataIsGivenVerbatimAfterAnAcceptedReportAndMayNotBeCached() {
    Booting host = bed.booting("plain");

    HttpResponse<String> answer = accepted(host).bootstrap();

    assertAnswer(answer, 200, Rack.BOOTSTRAP);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Pragma")).hasValue("no-cache");
    ProvisioningRun run = bed.rack.look(host.run());
    assertThat(run.getStatus().bootstrapClient).isEqualTo("127.0.0.1");
    assertThat(run.getStatus().milestones.bootstrapServedAt).isNotNull();
  }

  @Test
  void thereIsNothingBeforeTheVerdict() {
    Booting host = bed.booting("early");

    assertAnswer(bed.boot(host).bootstrap(), 404, "not found");
  }

  @Test
  void aRefusedMachineNeverGetsIt() {
    Booting small = bed.booting("small", o -> o.hardwareRequirements = tooMany());
    Booting wrong = bed.booting("wrong", o -> o.identity.uuid = UUID.randomUUID().toString());

    assertAnswer(accepted(small).bootstrap(), 404, "not found");
    assertAnswer(accepted(wrong).bootstrap(), 404, "not found");
  }

  @Test
  void anotherClaimSinceMakesThePermitVoid() {
    Booting host = bed.booting("claimed");
    Agent.Booted agent = accepted(host);
    bed.rack.editSpec(host.host(), spec -> spec.claimEpoch = 2L);

    assertAnswer(agent.bootstrap(), 404, "not found");
  }

  @Test
  void aHostMadeAnewUnderTheSameNameMakesThePermitVoid() {
    Booting host = bed.booting("again");
    Agent.Booted agent = accepted(host);
    bed.api().resource(host.host()).delete();
    PhysicalHost anew = bed.rack.host("again", host.mac());

    assertThat(anew.getMetadata().getUid()).isNotEqualTo(host.host().getMetadata().getUid());
    assertAnswer(agent.bootstrap(), 404, "not found");
  }

  @Test
  void aClosedRunGivesNothingMore() {
    Booting host = bed.booting("closed");
    Agent.Booted agent = accepted(host);
    assertThat(agent.bootstrap().statusCode()).isEqualTo(200);
    bed.rack.close(host.run(), RunOutcome.SUCCEEDED, "Provisioned");

    assertAnswer(agent.bootstrap(), 401, "{\"error\":\"unauthorized\"}");
  }

  @Test
  void onlyTheFirstClientGetsItAndMayAskAgain() {
    Booting host = bed.booting("second");
    Agent.Booted agent = accepted(host);
    assertThat(agent.bootstrap().statusCode()).isEqualTo(200);
    assertThat(agent.bootstrap().statusCode()).isEqualTo(200);

    assertAnswer(
        agent.bootstrapFrom("127.0.0.2"),
        403,
        "{\"error\":\"the bootstrap data was given to another client\"}");
  }

  @Test
  void twoClientsAtOnceAreToldApartByWhoWritesFirst() {
    Booting host = bed.booting("race");
    Agent.Booted agent = accepted(host);
    bed.faults.overtakeNextStatusWrite(
        () -> assertThat(agent.bootstrapFrom("127.0.0.2").statusCode()).isEqualTo(200));

    assertThat(agent.bootstrap().statusCode()).isEqualTo(403);
    assertThat(bed.rack.look(host.run()).getStatus().bootstrapClient).isEqualTo("127.0.0.2");
  }

  @Test
  void nothingLeavesBeforeTheClientIsOnRecord() {
    Booting host = bed.booting("unrecorded");
    Agent.Booted agent = accepted(host);
    bed.faults.failWrites(true);

    HttpResponse<String> answer = agent.bootstrap();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).doesNotContain("join-token");
  }

  @Test
  void anEmptyOrMissingSecretIsNothingYet() {
    Booting missing = bed.booting("missing", o -> o.bootstrapSecret = "absent");
    bed.rack.secret("empty", Map.of("value", ""));
    Booting empty = bed.booting("empty-one", o -> o.bootstrapSecret = "empty");

    assertAnswer(accepted(missing).bootstrap(), 404, "not found");
    assertAnswer(accepted(empty).bootstrap(), 404, "not found");
    assertThat(bed.rack.look(missing.run()).getStatus().bootstrapClient).isNull();
  }

  private static HardwareRequirements tooMany() {
    HardwareRequirements wanted = new HardwareRequirements();
    wanted.minCPUCores = 1000;
    return wanted;
  }
}
