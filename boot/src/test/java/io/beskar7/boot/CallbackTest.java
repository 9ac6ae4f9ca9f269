package io.beskar7.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.common.AddressType;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.boot.support.Agent;
import io.beskar7.boot.support.BootBed;
import io.beskar7.boot.support.BootBed.Booting;
import io.beskar7.boot.support.Reports;
import io.beskar7.testkit.EmbeddedApiServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTest {
  private static final String ACCEPTED = "202 {\"status\":\"accepted\"}";

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

  private static String said(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.body();
  }

  private ProvisioningRunStatus status(Booting host) {
    return bed.rack.look(host.run()).getStatus();
  }

  @Test
  void aMachineGoesFromScriptToRunningSystem() {
    Booting host = bed.booting("whole");
    Agent.Booted agent = bed.boot(host);

    assertThat(said(agent.report(Reports.V42))).isEqualTo(ACCEPTED);
    assertThat(agent.bootstrap().statusCode()).isEqualTo(200);
    assertThat(said(agent.post("provisioned", "{\"status\":\"provisioned\"}"))).isEqualTo(ACCEPTED);
    assertThat(
            said(
                agent.post(
                    "phone-home",
                    "{\"hostname\":\"node-1\",\"addresses\":[\"10.0.0.11\",\"2001:db8::1\","
                        + "{\"type\":\"ExternalIP\",\"address\":\"198.51.100.7\"},\"node.lan\"]}")))
        .isEqualTo(ACCEPTED);

    Milestones passed = status(host).milestones;
    assertThat(passed.scriptServedAt).isNotNull();
    assertThat(passed.reportedAt).isNotNull();
    assertThat(passed.bootstrapServedAt).isNotNull();
    assertThat(passed.imageWrittenAt).isNotNull();
    assertThat(passed.phonedHomeAt).isNotNull();
    assertThat(passed.failedAt).isNull();
    assertThat(status(host).hostname).isEqualTo("node-1");
    assertThat(status(host).addresses)
        .extracting(address -> address.type + " " + address.address)
        .containsExactly(
            AddressType.INTERNAL_IP + " 10.0.0.11",
            AddressType.INTERNAL_IP + " 2001:db8::1",
            AddressType.EXTERNAL_IP + " 198.51.100.7",
            AddressType.INTERNAL_DNS + " node.lan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioned", "phone-home"})
  void aMachineWithoutAnAcceptedReportHasInstalledNothing(String what) {
    Booting host = bed.booting("early-" + what);

    assertThat(said(bed.boot(host).post(what, "{}")))
        .isEqualTo("409 {\"error\":\"the run has no accepted report\"}");
    assertThat(status(host).milestones.imageWrittenAt).isNull();
    assertThat(status(host).milestones.phonedHomeAt).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioned", "phone-home"})
  void whatIsAlreadyDoneIsAcknowledgedAgainWithoutAWrite(String what) {
    Booting host = bed.booting("done-" + what);
    Agent.Booted agent = bed.boot(host);
    agent.report(Reports.V42);
    agent.post(what, "");
    bed.rack.close(host.run(), RunOutcome.SUCCEEDED, "Provisioned");
    String version = bed.rack.look(host.run()).getMetadata().getResourceVersion();

    assertThat(said(agent.post(what, ""))).isEqualTo(ACCEPTED);
    assertThat(bed.rack.look(host.run()).getMetadata().getResourceVersion()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioned", "phone-home", "provision-failed", "inspection"})
  void aRunThatFailedMeanwhileTakesNothingMore(String what) {
    Booting host = bed.booting("over-" + what);
    Agent.Booted agent = bed.boot(host);
    agent.report(Reports.V42);
    bed.rack.close(host.run(), RunOutcome.FAILED, "DeploymentTimeout");

    assertThat(said(agent.post(what, "{}"))).isEqualTo("401 {\"error\":\"unauthorized\"}");
  }

  @Test
  void aFailureIsRecordedInTheAgentsWordsCleanedAndCut() {
    Booting host = bed.booting("failing");
    String reason = "image digest mismatch\\u001b[31m\\n" + "\\u00e9".repeat(300);

    assertThat(said(bed.boot(host).post("provision-failed", "{\"reason\":\"" + reason + "\"}")))
        .isEqualTo(ACCEPTED);

    assertThat(status(host).failure.message)
        .startsWith("image digest mismatch[31m\u00e9")
        .satisfies(
            text -> assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(250, 256));
    assertThat(status(host).milestones.failedAt).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "{\"reason\":\"\"}", "{\"reason\":{}}"})
  void aFailureWithoutReasonIsStillAFailure(String body) {
    Booting host = bed.booting("mute");

    assertThat(said(bed.boot(host).post("provision-failed", body))).isEqualTo(ACCEPTED);
    assertThat(status(host).failure.message).isEqualTo("the machine gave no reason");
  }

  @Test
  void theFirstFailureStays() {
    Booting host = bed.booting("twice");
    Agent.Booted agent = bed.boot(host);
    agent.post("provision-failed", "{\"reason\":\"first\"}");

    assertThat(said(agent.post("provision-failed", "{\"reason\":\"second\"}"))).isEqualTo(ACCEPTED);
    assertThat(status(host).failure.message).isEqualTo("first");
  }

  @Test
  void bodiesOfCallbacksAreBounded() {
    Booting host = bed.booting("large");

    assertThat(said(bed.boot(host).post("provision-failed", "x".repeat((64 << 10) + 1))))
        .isEqualTo("413 Request body too large");
  }

  @Test
  void aMilestoneIsNotAcknowledgedBeforeItIsDurable() {
    Booting host = bed.booting("lost");
    Agent.Booted agent = bed.boot(host);
    agent.report(Reports.V42);
    bed.faults.failWrites(true);

    assertThat(agent.post("phone-home", "{}").statusCode()).isEqualTo(503);
    assertThat(status(host).milestones.phonedHomeAt).isNull();
  }
}
