package io.beskar7.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of architecture.md, by name, with the values of what really happened. */
class MetricsIT {
  @TempDir Path directory;

  @Test
  void metricsSayWhatHappened() throws Exception {
    try (Rack rack = Rack.start(directory, FleetConfig.of(2).provisionedCallback(false))) {
      rack.applyHosts();
      rack.awaitHosts(HostState.AVAILABLE, 2);
      rack.applyMachine("worker-1");
      rack.awaitMachines(MachinePhase.PROVISIONED, 1);
      rack.awaitHosts(HostState.READY, 1);

      Rack.await()
          .untilAsserted(
              () ->
                  assertThat(metrics(rack))
                      .containsPattern("beskar7_physicalhost_state\\{[^}]*state=\"Ready\"[^}]*} 1")
                      .containsPattern(
                          "beskar7_physicalhost_state\\{[^}]*state=\"Available\"[^}]*} 1")
                      .containsPattern("(?m)^beskar7_inspection_duration_seconds_count\\S* 1$")
                      .containsPattern("(?m)^beskar7_inspection_duration_seconds_bucket\\{")
                      .containsPattern("(?m)^beskar7_provisioning_duration_seconds_count\\S* 1$")
                      .containsPattern("(?m)^beskar7_inspection_failures_total\\S* 0\\.0$"));
    }
  }

  private static String metrics(Rack rack) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + rack.manager().metricsPort() + "/metrics");
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
