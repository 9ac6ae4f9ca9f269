package io.beskar7.operator.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterApiTest {
  private static final String KINDS =
      """
      {"apiVersion":"v1","kind":"APIResourceList","groupVersion":"cluster.x-k8s.io/v1beta2",
       "resources":[
        {"name":"machines","kind":"Machine","namespaced":true,"verbs":["list"]},
        {"name":"clusters","kind":"Cluster","namespaced":true,"verbs":["list"]}]}
      """;
  private static final String NONE =
      """
      {"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"List","metadata":{},"items":[]}
      """;
  private static final String TOO_EARLY =
      """
      {"apiVersion":"v1","kind":"Status","code":429,"reason":"TooManyRequests"}
      """;

  private final AtomicBoolean stored = new AtomicBoolean();
  private HttpServer server;
  private KubernetesClient client;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder()
                    .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();
  }

  @AfterEach
  void end() {
    client.close();
    server.stop(0);
  }

  @Test
  void kindsThatAreNamedButNotServedYetAreNotTakenForServed() {
    ClusterApi api = new ClusterApi(client);
    assertThat(api.version()).isEmpty();
    stored.set(true);
    assertThat(api.version()).contains("v1beta2");
    assertThat(api.known()).contains("v1beta2");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/apis/cluster.x-k8s.io/v1beta2")) {
      send(exchange, 200, KINDS);
    } else if (path.startsWith("/apis/cluster.x-k8s.io/v1beta2/")) {
      send(exchange, stored.get() ? 200 : 429, stored.get() ? NONE : TOO_EARLY);
    } else {
      send(exchange, 404, "{}");
    }
  }

  private static void send(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
