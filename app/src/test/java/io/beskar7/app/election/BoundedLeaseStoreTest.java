package io.beskar7.app.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that does not come, or not to its end, must not hold up an election. */
class BoundedLeaseStoreTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"kind\":"
      })
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anAnswerThatDoesNotComeToItsEndIsNotWaitedFor(String begin) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 8, InetAddress.ofLiteral("127.0.0.1"));
        KubernetesClient client = client(server)) {
      Thread.ofVirtual().start(() -> answer(server, begin));
      LeaseStore store =
          new BoundedLeaseStore(new KubernetesLeaseStore(client, "x", "y"), PATIENCE);

      assertThatThrownBy(store::read)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no answer within 300 ms");
    }
  }

  @Test
  void whatTheStoreSaysIsHandedOn() {
    FakeLeaseStore inner = new FakeLeaseStore();
    FakeLeaseStore.Link link = new FakeLeaseStore.Link(inner);
    LeaseStore store = new BoundedLeaseStore(link, Duration.ofMinutes(1));
    LeaseRecord lease = LeaseRecord.first("a", Duration.ofSeconds(15), Instant.EPOCH);
    LeaseStore.Stored created = store.create(lease);

    assertThat(store.create(lease)).isNull();
    assertThat(store.read()).isEqualTo(created);
    assertThat(store.update(lease, created.version())).isEqualTo(inner.read());
    link.cut = true;
    assertThatThrownBy(store::read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the network is cut");
  }

  private static KubernetesClient client(ServerSocket server) {
    Config patient =
        new ConfigBuilder(Config.empty())
            .withMasterUrl("http://127.0.0.1:" + server.getLocalPort())
            .withRequestRetryBackoffLimit(0)
            .withRequestTimeout(Math.toIntExact(TimeUnit.MINUTES.toMillis(10)))
            .build();
    return new KubernetesClientBuilder().withConfig(patient).build();
  }

  private static void answer(ServerSocket server, String begin) {
    try (Socket socket = server.accept()) {
      assertThat(socket.getInputStream().read()).isPositive();
      socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      return;
    }
  }
}
