package io.beskar7.app.explain;

import static io.beskar7.app.Fixtures.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.Fixtures;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final Instant NOW = Instant.parse("2026-01-01T10:01:02Z");

  @Test
  void aMachineWithoutAHostSaysWhyAndWhatEndsTheWait() {
    Beskar7Machine machine = yaml(Fixtures.WAITING_MACHINE, Beskar7Machine.class);

    assertThat(Explainer.machine(machine, List.of(), List.of(), NOW).render(NOW, ZoneOffset.UTC))
        .isEqualTo(
            """
            machine rack/worker-2: Claiming, since 61s
              reason    WaitingForHost: no host is free for the machine
              message   0 of 20 hosts free: 20 claimed
              do        see the message; add or free hosts
              next      a host that fits becomes available and is claimed at once

            TIME           AGO   FROM             WHAT HAPPENED
            10:00:00.000   62s   Beskar7Machine   created
            10:00:01.000   61s   condition        Ready=False WaitingForHost: 0 of 20 hosts free: 20 claimed
            """);
  }

  @Test
  void aMachineWithAnOpenRunSaysWhatTheRunWaitsForAndByWhen() {
    String text =
        machine(Fixtures.INSPECTING_MACHINE, Fixtures.OPEN_RUN).render(NOW, ZoneOffset.UTC);

    assertThat(text)
        .contains("host      host-0001")
        .contains("reason    WaitingForReport: the host has not reported yet")
        .contains("next      the inspection report arrives, within 9m or the attempt has failed");
  }

  @Test
  void theTimelineMergesRunsConditionsAndEventsByTime() {
    List<String> story =
        machine(Fixtures.INSPECTING_MACHINE, Fixtures.CLOSED_RUN).timeline().stream()
            .map(Moment::what)
            .toList();

    assertThat(story)
        .containsExactly(
            "created",
            "opened for host host-0001, attempt 1",
            "Ready=False WaitingForReport",
            "HostClaimed: host host-0001 is bound (2 times)",
            "boot script served",
            "inspection report received",
            "report Accepted",
            "host says it failed: disk is full",
            "closed: Failed, DeploymentFailed: disk is full");
  }

  @Test
  void aHostSaysWhichBmcOperationIsUnderWay() {
    PhysicalHost host = yaml(Fixtures.HOST, PhysicalHost.class);

    assertThat(Explainer.host(host, List.of(), List.of(), NOW).render(NOW, ZoneOffset.UTC))
        .contains("host rack/host-0001: Inspecting, since 60s")
        .contains("consumer  worker-1")
        .contains("next      its BMC finishes BootFromNetwork, step Override");
  }

  @Test
  void anObjectThatNoControllerHasSeenSaysSo() {
    PhysicalHost host = yaml(Fixtures.HOST, PhysicalHost.class);
    host.setStatus(null);

    assertThat(Explainer.host(host, List.of(), List.of(), NOW).render(NOW, ZoneOffset.UTC))
        .contains("not looked at yet")
        .contains("no controller has looked at it yet: is beskar7 up or manager running?");
  }

  private static Explanation machine(String machine, String run) {
    return Explainer.machine(
        yaml(machine, Beskar7Machine.class),
        List.of(yaml(run, ProvisioningRun.class)),
        List.of(yaml(Fixtures.EVENT, Event.class)),
        NOW);
  }
}
