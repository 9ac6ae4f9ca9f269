package io.beskar7.simulator.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.simulator.fault.AgentFault;
import io.beskar7.simulator.fault.FaultAction;
import io.beskar7.simulator.fault.FaultRule;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.machine.MachineState.Phase;
import io.beskar7.simulator.walk.FakeBootServer.Reply;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentTest extends WalkFixture {
  private static final Reply BUSY = new Reply(503, "");

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void aReportIsSentAgainUpToFiveTimes(int status) throws IOException {
    boot.plan("inspection", Collections.nCopies(4, new Reply(status, "")).toArray(Reply[]::new));
    bootFromNetwork();

    awaitStep("phone-home");
    assertThat(boot.calls("inspection")).hasSize(5);
  }

  @Test
  void afterTheFifthFailureTheAgentParks() throws IOException {
    boot.plan("inspection", Collections.nCopies(9, BUSY).toArray(Reply[]::new));
    bootFromNetwork();

    awaitPhase(Phase.PARKED);
    assertThat(boot.calls("inspection")).hasSize(5);
    assertThat(host.state().power()).isEqualTo("On");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 409, 410, 413})
  void anyOtherRefusalOfTheReportIsFinal(int status) throws IOException {
    boot.plan("inspection", new Reply(status, ""));
    bootFromNetwork();

    awaitPhase(Phase.PARKED);
    assertThat(boot.calls("inspection")).hasSize(1);
  }

  @Test
  void bootstrapDataIsPolledWhileItIsNotThere() throws IOException {
    boot.plan("bootstrap", new Reply(404, ""), BUSY, new Reply(404, ""));
    bootFromNetwork();

    awaitStep("phone-home");
    assertThat(boot.calls("bootstrap")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 409, 410})
  void anyOtherRefusalOfBootstrapDataIsFinal(int status) throws IOException {
    boot.plan("bootstrap", new Reply(status, ""));
    bootFromNetwork();

    awaitStep("bootstrap-refused");
    assertThat(boot.calls("bootstrap")).hasSize(1);
    assertThat(fleet.log().ofType(EventType.IMAGE_WRITTEN)).isEmpty();
  }

  @Test
  void bootstrapDataThatNeverComesIsGivenUpAfterTheTimeout() throws IOException {
    boot.plan("bootstrap", Collections.nCopies(50, new Reply(404, "")).toArray(Reply[]::new));
    String parameters =
        boot.parameters(host.name(), fleet.imageServerUrl() + OS, "") + " beskar7.timeout=12";
    boot.script = uri -> new Reply(200, script(parameters));
    bootFromNetwork();

    awaitStep("bootstrap-timeout");
    assertThat(boot.calls("bootstrap")).hasSizeBetween(1, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/images/os-corrupt.img | GOOD | image digest mismatch",
        "/images/os.img         | beef | invalid image digest",
        "/images/missing.img    | GOOD | image fetch failed"
      })
  void anImageThatIsNotRightIsReportedAndNeverWritten(String path, String digest, String reason)
      throws IOException {
    boot.script =
        uri ->
            new Reply(200, install(path, digest.equals("GOOD") ? fleet.imageDigest(OS) : digest));
    bootFromNetwork();

    awaitPhase(Phase.PARKED);
    assertThat(boot.calls("provision-failed"))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).isEqualTo("{\"reason\":\"" + reason + "\"}"));
    assertThat(fleet.log().ofType(EventType.IMAGE_WRITTEN)).isEmpty();
    assertThat(host.state().power()).isEqualTo("On");
  }

  @Test
  void anImageWithoutADigestIsTakenAsItIs() throws IOException {
    boot.script = uri -> new Reply(200, install(OS, ""));
    bootFromNetwork();

    awaitStep("phone-home");
  }

  @Test
  void withKexecTheNewSystemStartsWithoutTheFirmware() throws IOException {
    String parameters =
        boot.parameters(host.name(), fleet.imageServerUrl() + OS, "")
            + " beskar7.deploy-mode=kexec";
    boot.script = uri -> new Reply(200, script(parameters));
    bootFromNetwork();

    awaitStep("phone-home");
    assertThat(steps()).doesNotContain("reboot").containsOnlyOnce("post");
    assertThat(host.state().machine().phase()).isEqualTo(Phase.OS);
  }

  @Test
  void aDiskThatIsNamedButNotThereIsAnError() throws IOException {
    String parameters =
        boot.parameters(host.name(), fleet.imageServerUrl() + OS, "") + " beskar7.disk=/dev/vdz";
    boot.script = uri -> new Reply(200, script(parameters));
    bootFromNetwork();

    awaitPhase(Phase.PARKED);
    assertThat(boot.calls("provision-failed").getFirst().body()).contains("target disk error");
  }

  @Test
  void aControllerWithAnotherCertificateIsNotTold() throws IOException {
    String parameters = boot.parameters(host.name(), fleet.imageServerUrl() + OS, "");
    String other =
        java.util.Base64.getEncoder()
            .encodeToString(fleet.caPem().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    boot.script =
        uri ->
            new Reply(200, script(parameters.replaceAll("beskar7.ca=\\S+", "beskar7.ca=" + other)));
    bootFromNetwork();

    awaitPhase(Phase.PARKED);
    assertThat(boot.calls).isEmpty();
  }

  @Test
  void withoutATargetTheMachineIsOnlyInspected() throws IOException {
    String parameters = boot.parameters(host.name(), "x", "").replaceAll("beskar7.target=x ", "");
    boot.script = uri -> new Reply(200, script(parameters));
    bootFromNetwork();

    awaitStep("inspected");
    assertThat(boot.calls).hasSize(1);
  }

  @Test
  void aKernelLineWithoutATokenIsReportedToNobody() throws IOException {
    boot.script = uri -> new Reply(200, script("beskar7.api=https://127.0.0.1:1 quiet"));
    bootFromNetwork();

    awaitPhase(Phase.STUCK);
    assertThat(step("agent-bad-kernel-line").text("reason")).isEqualTo("beskar7.token is missing");
  }

  @Test
  void phoneHomeIsRepeatedUntilHeard() throws IOException {
    boot.plan("phone-home", BUSY, BUSY);
    bootFromNetwork();

    awaitStep("phone-home");
    assertThat(boot.calls("phone-home")).hasSize(3);
    await().until(() -> host.state().machine().phoneHomes() == 1);
  }

  @Test
  void phoneHomeEndsWhenItIsRefused() throws IOException {
    boot.plan("phone-home", new Reply(410, ""));
    bootFromNetwork();

    awaitStep("phone-home");
    assertThat(boot.calls("phone-home")).hasSize(1);
    assertThat(host.state().machine().phoneHomes()).isZero();
  }

  @Test
  void aSilentAgentSaysNothing() throws IOException {
    fleet.faults().agent(host.name(), AgentFault.NEVER_REPORTS);
    bootFromNetwork();

    awaitStep("agent-silent");
    assertThat(boot.calls).isEmpty();
  }

  @Test
  void anAgentMayCrashAfterItsReport() throws IOException {
    fleet.faults().agent(host.name(), AgentFault.CRASHES_AFTER_REPORT);
    bootFromNetwork();

    awaitStep("agent-crashed");
    assertThat(boot.calls).hasSize(1);
  }

  @Test
  void anAgentMayReportAStranger() throws IOException {
    fleet.faults().agent(host.name(), AgentFault.WRONG_MACHINE);
    bootFromNetwork();

    awaitStep("report");
    assertThat(boot.calls("inspection").getFirst().body())
        .doesNotContain(host.uuid().toString(), host.serial(), host.macs().getFirst());
  }

  @Test
  void anAgentMayReportGarbage() throws IOException {
    fleet.faults().agent(host.name(), AgentFault.GARBAGE_REPORT);
    bootFromNetwork();

    awaitStep("report");
    assertThat(boot.calls("inspection").getFirst().body()).isEqualTo("{\"manufacturer\": \"Beskar");
  }

  @Test
  void anAgentMayReportTooMuch() throws IOException {
    fleet.faults().agent(host.name(), AgentFault.HUGE_REPORT);
    bootFromNetwork();

    awaitStep("report");
    assertThat(boot.calls("inspection").getFirst().body().length()).isGreaterThan(1 << 20);
  }

  @Test
  void anInstalledSystemMayStaySilent() throws IOException {
    fleet.faults().agent(host.name(), AgentFault.NO_PHONE_HOME);
    bootFromNetwork();

    awaitStep("phone-home-omitted");
    assertThat(boot.calls("phone-home")).isEmpty();
  }

  @Test
  void aSlowImageServerDelaysTheAgent() throws IOException {
    fleet
        .faults()
        .add(
            FaultRule.always("slow", new FaultAction.Slow(64 * 1024))
                .at("images")
                .on("GET", "os\\.img$"));
    bootFromNetwork();

    awaitStep("phone-home");
    assertThat(fleet.log().ofType(EventType.FAULT)).hasSize(1);
  }
}
