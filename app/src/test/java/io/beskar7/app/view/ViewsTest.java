package io.beskar7.app.view;

import static io.beskar7.app.Fixtures.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.Fixtures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T10:01:02Z");

  @Test
  void hostsAreListedWithStateConsumerAndPower() {
    assertThat(Views.hosts(List.of(yaml(Fixtures.HOST, PhysicalHost.class)), NOW))
        .hasToString(
            """
            NAMESPACE   NAME        STATE        SINCE   CONSUMER   POWER   REASON       BMC
            rack        host-0001   Inspecting   60s     worker-1   On      Inspecting   127.7.0.1:8443
            """);
  }

  @Test
  void machinesAreSortedAndSayWhatTheyWaitFor() {
    List<Beskar7Machine> machines =
        List.of(
            yaml(Fixtures.WAITING_MACHINE, Beskar7Machine.class),
            yaml(Fixtures.INSPECTING_MACHINE, Beskar7Machine.class));

    assertThat(Views.machines(machines, NOW))
        .hasToString(
            """
            NAMESPACE   NAME       PHASE        SINCE   HOST        READY   REASON             MESSAGE
            rack        worker-1   Inspecting   60s     host-0001   False   WaitingForReport   -
            rack        worker-2   Claiming     61s     -           False   WaitingForHost     0 of 20 hosts free: 20 claimed
            """);
  }

  @Test
  void runsShowTheirLastMilestoneAndTheirEnd() {
    assertThat(
            Views.runs(List.of(yaml(Fixtures.CLOSED_RUN, ProvisioningRun.class)), NOW).toString())
        .contains("host says it failed: disk is full", "Failed", "DeploymentFailed", "60s");
  }

  @Test
  void anObjectNobodyHasLookedAtYetIsListedToo() {
    Beskar7Machine fresh =
        yaml(
            """
            apiVersion: infrastructure.cluster.x-k8s.io/v1beta1
            kind: Beskar7Machine
            metadata: {name: m, namespace: n}
            spec: {}
            """,
            Beskar7Machine.class);

    assertThat(Views.machines(List.of(fresh), NOW).toString().lines().toList().get(1))
        .isEqualTo("n           m      -       -       -      -       -        -");
  }
}
