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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PlainServerTest {
  private static final BindAddress ANY = new BindAddress("127.0.0.1", 0);

  @Test
  void readinessSaysWhoLeadsAndOneLineACheck() throws Exception {
    AtomicReference<Standing> standing = new AtomicReference<>(new Standing(false, "pod-b_1"));
    List<Check> checks = List.of(Check.ok("api"), Check.ok("reconcilers", "standing by"));
    try (PlainServer server = probes(List.of(), checks, standing::get)) {
      HttpResponse<String> follower = get(server, "/readyz");
      assertThat(follower.statusCode()).isEqualTo(200);
      assertThat(follower.body())
          .isEqualTo(
              """
              ok
              leader: false
              holder: pod-b_1
              [+]api ok
              [+]reconcilers ok: standing by
              """);

      standing.set(new Standing(true, "pod-a_1"));
      assertThat(get(server, "/readyz").body()).contains("leader: true", "holder: pod-a_1");
      assertThat(get(server, "/healthz").body()).isEqualTo("ok\n");
    }
  }

  @Test
  void oneFailedCheckIsEnoughAndIsNamedInOneLine() throws Exception {
    List<Check> checks = List.of(Check.ok("boot"), Check.of("api", "no answer\nat all"));
    try (PlainServer server = probes(List.of(), checks, () -> new Standing(false, ""))) {
      assertThat(get(server, "/readyz").statusCode()).isEqualTo(503);
      assertThat(get(server, "/readyz").body())
          .isEqualTo(
              """
              not ready
              leader: false
              holder: none
              [+]boot ok
              [-]api failed: no answer
              """);
      assertThat(get(server, "/healthz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aProcessThatOnlyARestartCanHelpIsNotAlive() throws Exception {
    List<Check> checks = List.of(Check.of("reconcilers", "did not end"));
    try (PlainServer server = probes(checks, checks, () -> new Standing(false, ""))) {
      HttpResponse<String> answer = get(server, "/healthz");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).isEqualTo("not alive\n[-]reconcilers failed: did not end\n");
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

  private static PlainServer probes(
      List<Check> alive, List<Check> ready, Supplier<Standing> standing) throws IOException {
    return PlainServer.start(ANY, "--x", Pages.probes(() -> alive, () -> ready, standing));
  }

  private static HttpResponse<String> get(PlainServer server, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
