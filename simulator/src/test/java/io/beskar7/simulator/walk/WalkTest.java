package io.beskar7.simulator.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.simulator.fault.FaultAction;
import io.beskar7.simulator.fault.FaultRule;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.log.LogEvent;
import io.beskar7.simulator.machine.MachineState;
import io.beskar7.simulator.machine.MachineState.Phase;
import io.beskar7.simulator.tls.Digests;
import io.beskar7.simulator.walk.FakeBootServer.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WalkTest extends WalkFixture {

  @Test
  void aMachineWalksFromPowerOnToAnInstalledSystemThatPhonesHome() throws IOException {
    bootFromNetwork();

    awaitStep("phone-home");
    assertThat(steps())
        .containsExactly(
            "post",
            "network-boot",
            "script",
            "kernel",
            "initrd",
            "agent-started",
            "report",
            "bootstrap",
            "image-writing",
            "image-read",
            "provisioned",
            "reboot",
            "post",
            "disk-boot",
            "os-up",
            "phone-home");
    assertThat(boot.calls.stream().map(FakeBootServer.Call::endpoint))
        .containsExactly("inspection", "bootstrap", "provisioned", "phone-home");
  }

  @Test
  void theImageOnDiskIsLoggedOnceWithItsRunAndDigest() throws IOException {
    bootFromNetwork();
    awaitStep("phone-home");

    String tokenHash =
        Digests.hex(Digests.sha256(FakeBootServer.TOKEN.getBytes(StandardCharsets.UTF_8)));
    assertThat(fleet.log().ofType(EventType.IMAGE_WRITTEN))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.text("digest")).isEqualTo(fleet.imageDigest(OS));
              assertThat(event.text("run")).isEqualTo(tokenHash);
              assertThat(event.text("providerId")).isEqualTo("b7://default/host-0001");
            });
    assertThat(fleet.judge().imageWrites().get("host-0001")).containsOnlyKeys(tokenHash);
    assertThat(fleet.judge().imagedTwice()).isEmpty();
  }

  @Test
  void whatIsFetchedIsWhatTheImageServerServes() throws IOException {
    bootFromNetwork();
    awaitStep("agent-started");

    assertThat(step("kernel").text("digest"))
        .isEqualTo(fleet.imageDigest("/images/inspector/vmlinuz"));
    assertThat(step("initrd").text("digest"))
        .isEqualTo(fleet.imageDigest("/images/inspector/initrd.img"));
  }

  @Test
  void theFirmwareSaysWhoItIs() throws IOException {
    List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
    boot.script =
        uri -> {
          asked.add(uri.getQuery());
          return new Reply(200, install(OS, fleet.imageDigest(OS)));
        };
    bootFromNetwork();
    awaitStep("agent-started");

    assertThat(asked)
        .containsExactly(
            "mac=" + host.macs().getFirst() + "&uuid=" + host.uuid() + "&serial=" + host.serial());
  }

  @Test
  void aMachineCallsFromItsOwnAddress() throws IOException {
    bootFromNetwork();
    awaitStep("report");

    assertThat(boot.calls("inspection").getFirst().peer()).isEqualTo("127.73.0.1");
  }

  @Test
  void theTokenIsNowhereInTheLog() throws IOException {
    bootFromNetwork();
    awaitStep("phone-home");

    assertThat(fleet.log().events().toString()).doesNotContain(FakeBootServer.TOKEN);
  }

  @Test
  void anInstalledMachineBootsItsDiskAndPhonesHomeOnlyOnce() throws IOException {
    bootFromNetwork();
    awaitStep("phone-home");

    reset("ForceRestart");

    await().until(() -> steps().stream().filter("os-up"::equals).count() == 2);
    MachineState machine = host.state().machine();
    assertThat(machine.networkBoots()).isEqualTo(1);
    assertThat(boot.calls("phone-home")).hasSize(1);
  }

  @Test
  void aMachineWithAnEmptyDiskAsksTheNetworkUnasked() throws IOException {
    reset("On");

    awaitStep("agent-started");
    assertThat(step("post").text("bootSource")).isEqualTo("default");
  }

  @Test
  void aRunningSystemShutsDownWhenAsked() throws IOException {
    bootFromNetwork();
    awaitPhase(Phase.OS);

    reset("GracefulShutdown");

    awaitPower("Off");
    assertThat(fleet.log().ofType(EventType.POWER_STATE).getLast().text("cause"))
        .isEqualTo("shutdown");
  }

  @Test
  void whenThePowerGoesTheMachineStopsInItsTracks() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    boot.plan("bootstrap", new Reply(200, "#cloud-config\n", held(asked, answer)));
    bootFromNetwork();
    asked.await();

    host.cutPower();
    answer.countDown();
    long off = fleet.log().ofType(EventType.POWER_STATE).getLast().seq();

    bootFromNetwork();
    awaitStep("phone-home");
    long on =
        fleet.log().ofType(EventType.POWER_COMMAND).stream()
            .mapToLong(LogEvent::seq)
            .filter(seq -> seq > off)
            .min()
            .orElseThrow();
    assertThat(fleet.log().events(e -> e.seq() > off && e.seq() < on && isMachines(e))).isEmpty();
    assertThat(fleet.log().ofType(EventType.IMAGE_WRITTEN)).hasSize(1);
  }

  @Test
  void aWriteCutShortLeavesADiskThatDoesNotBoot() throws IOException {
    bootFromNetwork();
    awaitStep("phone-home");
    fleet
        .faults()
        .add(
            FaultRule.always("stuck", new FaultAction.HangInBody())
                .at("images")
                .on("GET", "os\\.img$"));
    bootAgain();
    await().until(() -> steps().stream().filter("image-writing"::equals).count() == 2);

    host.cutPower();

    assertThat(host.state().machine().diskDigest()).isNull();
    assertThat(host.state().machine().phase()).isEqualTo(Phase.OFF);
  }

  private void bootAgain() throws IOException {
    reset("ForceOff");
    awaitPower("Off");
    bootFromNetwork();
  }

  private static Runnable held(CountDownLatch asked, CountDownLatch answer) {
    return () -> {
      asked.countDown();
      try {
        answer.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private static boolean isMachines(LogEvent event) {
    return event.fields().containsKey("machine");
  }
}
