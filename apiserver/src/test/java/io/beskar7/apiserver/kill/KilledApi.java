package io.beskar7.apiserver.kill;

import static org.awaitility.Awaitility.await;

import io.beskar7.apiserver.bench.Serve;
import io.beskar7.apiserver.store.Children;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A server in a process of its own, on a port that stays the same when it dies and comes again. */
final class KilledApi implements AutoCloseable {
  private final Path directory;
  private final int port;
  private volatile CountDownLatch open = new CountDownLatch(1);
  private Process process;

  KilledApi(Path directory) throws IOException {
    this.directory = directory;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = socket.getLocalPort();
    }
  }

  void start() throws IOException {
    process = Children.java(Serve.class, directory.toString(), Integer.toString(port)).start();
  }

  /** Lets writers write until the next kill. */
  void open() {
    open.countDown();
  }

  void awaitOpen() throws InterruptedException {
    open.await();
  }

  void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .failFast("the server has ended", () -> !process.isAlive())
        .until(this::answers);
  }

  private boolean answers() {
    if (!Files.exists(directory.resolve("kubeconfig"))) {
      return false;
    }
    try (KubernetesClient client = client()) {
      return client.namespaces().withName("default").get() != null;
    }
  }

  void kill() throws InterruptedException {
    open = new CountDownLatch(1);
    process.destroyForcibly().waitFor();
  }

  KubernetesClient client() {
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(directory.resolve("kubeconfig").toFile()))
            .withOnlyHttpWatches(true)
            .withRequestRetryBackoffLimit(0)
            .withWatchReconnectInterval(20)
            .build();
    return new KubernetesClientBuilder()
        .withHttpClientFactory(new JdkHttpClientFactory())
        .withConfig(config)
        .build();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
