package io.beskar7.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebSocketTest {
  private static final String HANDSHAKE =
      """
      GET /api/v1/configmaps?watch=1 HTTP/1.1
      Host: localhost
      Authorization: Bearer %s
      Connection: Upgrade, close
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

      """;

  @TempDir Path directory;

  @Test
  void aHandshakeIsAnsweredByAWatchThatSaysWhyItEnds() throws Exception {
    try (EmbeddedApi api = EmbeddedApi.start(EmbeddedApi.Config.in(directory));
        Wire wire = new Wire(api)) {
      String answer = exchange(wire, HANDSHAKE.formatted(wire.token()).replace("\n", "\r\n"));
      assertThat(answer).startsWith("HTTP/1.1 200 ");
      JsonNode event = Wire.parse(answer.substring(answer.indexOf("{\"type\"")));
      assertThat(event.path("type").asText()).isEqualTo("ERROR");
      assertThat(event.at("/object/code").asInt()).isEqualTo(400);
      assertThat(event.at("/object/message").asText())
          .isEqualTo("watches over WebSocket are not served: watch with a plain request");
    }
  }

  private static String exchange(Wire wire, String request) throws Exception {
    URI uri = wire.uri("/");
    try (Socket socket = wire.tls().getSocketFactory().createSocket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aClientThatTriesWebSocketFirstWatchesOverHttpAtOnce() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    try (EmbeddedApi api = EmbeddedApi.start(EmbeddedApi.Config.in(directory));
        KubernetesClient client = asItComes(api);
        var watch = client.configMaps().inNamespace("default").watch(completing(seen))) {
      client
          .resource(new ConfigMapBuilder().withNewMetadata().withName("a").endMetadata().build())
          .inNamespace("default")
          .create();
      assertThat(watch).isNotNull();
      assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo("a");
    }
  }

  private static KubernetesClient asItComes(EmbeddedApi api) {
    return new KubernetesClientBuilder()
        .withHttpClientFactory(new JdkHttpClientFactory())
        .withConfig(Config.fromKubeconfig(api.kubeconfig().toFile()))
        .build();
  }

  private static Watcher<ConfigMap> completing(CompletableFuture<String> seen) {
    return new Watcher<>() {
      @Override
      public void eventReceived(Action action, ConfigMap map) {
        seen.complete(map.getMetadata().getName());
      }

      @Override
      public void onClose(WatcherException cause) {
        seen.completeExceptionally(cause);
      }
    };
  }
}
