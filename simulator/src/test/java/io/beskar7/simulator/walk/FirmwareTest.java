package io.beskar7.simulator.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.simulator.machine.MachineState.Phase;
import io.beskar7.simulator.walk.FakeBootServer.Reply;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirmwareTest extends WalkFixture {

  @ParameterizedTest
  @ValueSource(ints = {404, 429, 500, 503})
  void aScriptThatIsRefusedIsAskedForAgain(int status) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    boot.script =
        uri ->
            asked.incrementAndGet() < 3
                ? new Reply(status, "no")
                : new Reply(200, install(OS, fleet.imageDigest(OS)));
    bootFromNetwork();

    awaitStep("agent-started");
    assertThat(asked).hasValue(3);
  }

  @Test
  void aScriptMayWaitAndChainAgain() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    String wait =
        "#!ipxe\n# not yet\necho waiting\nsleep 2\nchain --replace "
            + boot.bootUrl()
            + "?mac=${net0/mac}&uuid=${uuid}&serial=${serial}\n";
    boot.script =
        uri -> {
          assertThat(uri.getQuery()).contains(host.macs().getFirst(), host.uuid().toString());
          return new Reply(
              200, asked.incrementAndGet() < 20 ? wait : install(OS, fleet.imageDigest(OS)));
        };
    bootFromNetwork();

    awaitStep("agent-started");
    assertThat(asked).hasValue(20);
  }

  @Test
  void aWaitingMachineOutlivesABootServerThatIsGoneForLong() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    String wait =
        "#!ipxe\n:again\nsleep 1\nchain --autofree --replace "
            + boot.bootUrl()
            + " || goto again\n";
    boot.script =
        uri ->
            switch (asked.incrementAndGet()) {
              case 1 -> new Reply(200, wait);
              case 50 -> new Reply(200, install(OS, fleet.imageDigest(OS)));
              default -> new Reply(503, "");
            };
    bootFromNetwork();

    awaitStep("agent-started");
    assertThat(asked).hasValue(50);
    assertThat(steps()).doesNotContain("network-boot-failed");
  }

  @Test
  void chainingWithoutReplaceEndsAtADepth() throws IOException {
    boot.script = uri -> new Reply(200, "#!ipxe\nchain " + boot.bootUrl() + "\n");
    bootFromNetwork();

    awaitStep("network-boot-failed");
    assertThat(step("network-boot-failed").text("reason")).contains("chained without --replace");
  }

  @Test
  void aFailedCommandHasAnAlternative() throws IOException {
    boot.script =
        uri -> {
          String real = install(OS, fleet.imageDigest(OS));
          return new Reply(
              200,
              real.replace(
                  "#!ipxe\n",
                  "#!ipxe\nset base http://127.0.0.1:1\nchain ${base}/x || goto real\nexit\n:real\n"));
        };
    bootFromNetwork();

    awaitStep("agent-started");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "sanboot --no-describe --drive 0x80"})
  void aScriptMaySendTheMachineToItsDisk(String command) throws IOException {
    bootFromNetwork();
    awaitStep("phone-home");
    boot.script = uri -> new Reply(200, "#!ipxe\n" + command + "\n");
    reset("ForceOff");
    awaitPower("Off");

    bootFromNetwork();

    await().until(() -> steps().stream().filter("os-up"::equals).count() == 2);
    assertThat(host.state().machine().networkBoots()).isEqualTo(2);
    assertThat(host.state().machine().imageWrites()).isEqualTo(1);
  }

  @Test
  void withNothingOnTheDiskTheMachineStartsOverWithTheNetwork() throws IOException {
    boot.script = uri -> new Reply(200, "#!ipxe\nexit\n");
    bootFromNetwork();
    awaitStep("nothing-to-boot");

    boot.script = uri -> new Reply(200, install(OS, fleet.imageDigest(OS)));

    awaitStep("agent-started");
  }

  @Test
  void aScriptOfMoreThan4096BytesIsRefused() throws IOException {
    refused("#!ipxe\n" + "# padding\n".repeat(410) + "exit\n", "longer than 4096 bytes");
  }

  @Test
  void aKernelLineOfMoreThan2048BytesIsRefused() throws IOException {
    refused(script("x".repeat(2049)), "longer than 2048 bytes");
  }

  @Test
  void aKernelLineOf2048BytesIsTaken() throws IOException {
    boot.script = uri -> new Reply(200, script("x".repeat(2048)));
    bootFromNetwork();

    awaitPhase(Phase.STUCK);
  }

  @Test
  void firmwareSpeaksNoTls() throws IOException {
    refused("#!ipxe\nkernel https://127.0.0.1:1/vmlinuz\nboot\n", "http URLs only");
  }

  @Test
  void whatIsNoScriptIsRefused() throws IOException {
    refused("<html>", "does not begin with #!ipxe");
  }

  @Test
  void anUnknownCommandFails() throws IOException {
    refused("#!ipxe\nfrobnicate\n", "frobnicate: command not found");
  }

  @Test
  void bootWithoutAKernelFails() throws IOException {
    refused("#!ipxe\nboot\n", "no kernel was loaded");
  }

  @Test
  void aScriptThatRunsInCirclesIsEnded() throws IOException {
    refused("#!ipxe\n:again\ngoto again\n", "in circles");
  }

  @Test
  void aMissingKernelFails() throws IOException {
    refused("#!ipxe\nkernel " + fleet.imageServerUrl() + "/no\nboot\n", "kernel: HTTP status 404");
  }

  @Test
  void withoutABootServerNothingHappensUntilThereIsOne() throws IOException {
    fleet.bootUrl(null);
    bootFromNetwork();
    awaitStep("no-boot-server");

    fleet.bootUrl(boot.bootUrl());

    awaitStep("agent-started");
  }

  private void refused(String script, String reason) throws IOException {
    boot.script = uri -> new Reply(200, script);
    bootFromNetwork();

    awaitStep("network-boot-failed");
    assertThat(step("network-boot-failed").text("reason")).contains(reason);
  }
}
