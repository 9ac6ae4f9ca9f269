package io.beskar7.app.kube;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnswerDeadlineTest {
  private static final String MAP =
      "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\",\"resourceVersion\":\"1\"}}";

  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private KubernetesClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder()
                    .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                    .withOnlyHttpWatches(true)
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .withHttpClientBuilderConsumer(
                http ->
                    http.addOrReplaceInterceptor(
                        "deadline", new AnswerDeadline(Duration.ofSeconds(1))))
            .build();
  }

  @AfterEach
  void stop() {
    end.countDown();
    client.close();
    server.stop(0);
  }

  /** Half of an answer, and the other half of a watch's first event only after the deadline. */
  private void answer(HttpExchange exchange) throws IOException {
    byte[] whole = (MAP + "\n").getBytes(UTF_8);
    boolean watch = String.valueOf(exchange.getRequestURI().getQuery()).contains("watch=true");
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (exchange.getRequestURI().getPath().endsWith("/whole")) {
      exchange.sendResponseHeaders(200, whole.length);
      exchange.getResponseBody().write(whole);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(200, 0);
    if (!watch) {
      exchange.getResponseBody().write(whole, 0, whole.length / 2);
    }
    exchange.getResponseBody().flush();
    late(Duration.ofSeconds(watch ? 3 : 60));
    if (watch) {
      exchange
          .getResponseBody()
          .write(("{\"type\":\"ADDED\",\"object\":" + MAP + "}\n").getBytes(UTF_8));
      exchange.getResponseBody().flush();
      late(Duration.ofSeconds(60));
    }
    exchange.close();
  }

  /** The passing of time is what is tried here. */
  private void late(Duration time) {
    try {
      end.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anAnswerThatStopsInItsMiddleIsAnErrorThatSaysSo() {
    assertThatThrownBy(() -> client.configMaps().inNamespace("n").withName("half").get())
        .hasRootCauseMessage(
            "the answer to GET /api/v1/namespaces/n/configmaps/half"
                + " did not come to its end within 1 s");
  }

  @Test
  void anAnswerThatComesToItsEndIsTaken() {
    assertThat(client.configMaps().inNamespace("n").withName("whole").get().getMetadata().getName())
        .isEqualTo("a");
  }

  @Test
  void aWatchMayBeSilentForLonger() {
    List<String> heard = new CopyOnWriteArrayList<>();
    Watcher<ConfigMap> watcher =
        new Watcher<>() {
          @Override
          public void eventReceived(Action action, ConfigMap map) {
            heard.add(action + " " + map.getMetadata().getName());
          }

          @Override
          public void onClose(WatcherException cause) {
            heard.add("closed");
          }
        };
    try (Watch watch = client.configMaps().inNamespace("n").watch(watcher)) {
      await().until(() -> !heard.isEmpty());
      assertThat(heard).containsExactly("ADDED a");
    }
  }
}
