package io.beskar7.operator.runtime;

import static io.beskar7.operator.runtime.Site.condition;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.testkit.EmbeddedApiServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MachineWalkIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  @Test
  void a_machine_gets_a_host_and_runs() {
    try (Site site = Site.patient(api)) {
      site.bootstrapData();
      site.host("host-1", h -> h.getMetadata().setLabels(Map.of(Annotations.ZONE, "zone-a")));
      site.machine("worker");
      Beskar7Machine machine = site.await("worker", MachinePhase.PROVISIONED);

      assertThat(machine.getSpec().providerID).isEqualTo("b7://" + site.namespace + "/host-1");
      assertThat(machine.getStatus().ready).isTrue();
      assertThat(machine.getStatus().initialization.provisioned).isTrue();
      assertThat(machine.getStatus().failureDomain).isEqualTo("zone-a");
      assertThat(machine.getStatus().addresses).extracting(a -> a.address).contains("node-7");
      assertThat(condition(machine, "Ready").getReason()).isEqualTo("Provisioned");
      assertThat(condition(machine, "Ready").getStatus()).isEqualTo("True");
      assertThat(condition(machine, "InfrastructureReady").getStatus()).isEqualTo("True");
      assertThat(condition(machine, "MachineProvisioned").getReason())
          .isEqualTo("InspectionComplete");
      assertThat(condition(machine, "Paused").getStatus()).isEqualTo("False");

      ProvisioningRun run = site.runs().getFirst();
      assertThat(run.getMetadata().getName()).startsWith("worker-1-1-");
      assertThat(run.getSpec().closed.outcome).isEqualTo(RunOutcome.SUCCEEDED);
      assertThat(run.getSpec().providerID).isEqualTo(machine.getSpec().providerID);
      assertThat(run.getSpec().timeouts.boot).isEqualTo("5m");
      Site.eventually(
          "all is announced",
          () ->
              site.events("HostClaimed").size() == 1
                  && site.events("InspectionStarted").size() == 1
                  && site.events("InspectionComplete").size() == 1
                  && site.events("ProvisioningComplete").size() == 1);
      assertThat(site.registry.get("beskar7.inspection.duration").timer().count()).isEqualTo(1);
      assertThat(site.registry.get("beskar7.provisioning.duration").timer().count()).isEqualTo(1);
      assertThat(site.count("beskar7.reconciles", "Beskar7Machine")).isLessThanOrEqualTo(15);
      assertThat(site.count("beskar7.reconcile.errors", "Beskar7Machine")).isZero();
    }
  }
}
