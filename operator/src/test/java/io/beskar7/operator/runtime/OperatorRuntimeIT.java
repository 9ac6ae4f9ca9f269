package io.beskar7.operator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beskar7.api.machine.MachinePhase;
import io.beskar7.testkit.EmbeddedApiServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class OperatorRuntimeIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  @Test
  @Timeout(120)
  void it_starts_and_stops_again_and_again() {
    try (Site site = Site.patient(api)) {
      for (int round = 0; round < 3; round++) {
        Site.eventually("it is ready", site::ready);
        site.stop();
        assertThat(site.ready()).isFalse();
        site.start();
      }
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      site.await("worker", MachinePhase.PROVISIONED);
    }
  }

  @Test
  void settings_out_of_range_are_refused_by_name() {
    OperatorSettings d = OperatorSettings.defaults();
    assertThatThrownBy(
            () ->
                new OperatorSettings(
                    d.namespace(),
                    d.watchNamespaces(),
                    Duration.ZERO,
                    d.inspectionTimeout(),
                    d.deploymentTimeout(),
                    d.maxAttempts(),
                    d.quarantineAfter(),
                    d.pollInterval(),
                    d.resyncInterval(),
                    d.concurrency()))
        .hasMessage("bootTimeout is PT0S: must be more than nothing");
  }
}
