package io.beskar7.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beskar7.app.config.BindAddress;
import io.beskar7.app.election.Standing;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PlainServerTest {
  private static final BindAddress ANY = new BindAddress("127.0.0.1", 0);

  @Test
  void aHealthyFollowerIsReadyAndSaysWhoLeads() throws Exception {
    AtomicReference<Standing> standing = new AtomicReference<>(new Standing(false, "pod-b_1"));
    try (PlainServer server =
        PlainServer.start(ANY, "--x", Pages.probes(() -> true, standing::get))) {
      HttpResponse<String> follower = get(server, "/readyz");
      assertThat(follower.statusCode()).isEqualTo(200);
      assertThat(follower.body()).isEqualTo("ok\nleader: false\nholder: pod-b_1\n");

      standing.set(new Standing(true, "pod-a_1"));
      assertThat(get(server, "/readyz").body()).contains("leader: true", "holder: pod-a_1");
      assertThat(get(server, "/healthz").body()).isEqualTo("ok\n");
    }
  }

  @Test
  void aProcessThatIsStartingOrEndingIsAliveButNotReady() throws Exception {
    try (PlainServer server =
        PlainServer.start(ANY, "--x", Pages.probes(() -> false, () -> new Standing(false, "")))) {
      assertThat(get(server, "/readyz").statusCode()).isEqualTo(503);
      assertThat(get(server, "/readyz").body()).contains("not ready", "holder: none");
      assertThat(get(server, "/healthz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void metricsAreServedInThePrometheusFormat() throws Exception {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.counter("beskar7_test").increment();
    try (PlainServer server = PlainServer.start(ANY, "--x", Pages.metrics(registry))) {
      HttpResponse<String> answer = get(server, "/metrics");
      assertThat(answer.body()).contains("beskar7_test_total 1.0");
      assertThat(answer.headers().firstValue("content-type"))
          .hasValueSatisfying(
              type -> assertThat(type).startsWith("text/plain").contains("version=0.0.4"));
    }
  }

  @Test
  void anUnknownPathIsAnsweredWithTheKnownOnes() throws Exception {
    try (PlainServer server =
        PlainServer.start(ANY, "--x", Map.of("/a", () -> new Reply(200, Reply.TEXT, "a")))) {
      assertThat(get(server, "/b").statusCode()).isEqualTo(404);
      assertThat(get(server, "/b").body()).isEqualTo("not found; there is /a\n");
    }
  }

  @Test
  void anAddressThatIsTakenIsNamedWithTheFlagThatMovesIt() throws Exception {
    try (PlainServer first = PlainServer.start(ANY, "--first", Map.of())) {
      BindAddress taken = new BindAddress("127.0.0.1", first.port());
      assertThatThrownBy(() -> PlainServer.start(taken, "--metrics-bind-address", Map.of()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("--metrics-bind-address 127.0.0.1:" + first.port())
          .hasMessageContaining("choose another address with --metrics-bind-address");
    }
  }

  private static HttpResponse<String> get(PlainServer server, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
