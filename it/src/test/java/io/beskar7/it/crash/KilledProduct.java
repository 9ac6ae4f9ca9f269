package io.beskar7.it.crash;

import io.beskar7.app.kube.KubeAccess;
import io.beskar7.it.harness.Beskar7Process;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** {@code beskar7 up} in a process of its own, on ports that stay the same over restarts. */
final class KilledProduct implements AutoCloseable {
  private final Path directory;
  private final int apiPort = freePort();
  private final int bootPort = freePort();
  private Beskar7Process process;

  KilledProduct(Path directory) throws IOException {
    this.directory = directory;
  }

  int bootPort() {
    return bootPort;
  }

  /** Starts the process; returns once its API answers. */
  void start() throws IOException {
    process =
        Beskar7Process.start(
            directory,
            "up",
            List.of(
                "up",
                "--data-dir=" + directory.resolve("data"),
                "--api-bind-address=127.0.0.1:" + apiPort,
                "--boot-bind-address=127.0.0.1:" + bootPort,
                "--metrics-bind-address=127.0.0.1:0",
                "--health-probe-bind-address=127.0.0.1:0",
                "--leader-elect-lease-duration=2s",
                "--leader-elect-renew-deadline=1500ms",
                "--leader-elect-retry-period=300ms",
                "--time-scale=20"));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(100))
        .until(this::answers);
  }

  private boolean answers() throws IOException {
    if (!process.alive()) {
      throw new AssertionError("beskar7 up has ended\n" + process.evidence());
    }
    if (!Files.exists(kubeconfig())) {
      return false;
    }
    try (KubernetesClient client = client()) {
      return client.namespaces().withName("beskar7-system").get() != null;
    } catch (KubernetesClientException notYet) {
      return false;
    }
  }

  private Path kubeconfig() {
    return directory.resolve("data/kubeconfig");
  }

  KubernetesClient client() {
    return KubeAccess.client(KubeAccess.fromFile(kubeconfig()));
  }

  /** Patience in simulated time; takes effect with the next start. */
  void bePatient(KubernetesClient client) {
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("beskar7-system")
                .withName("beskar7-config")
                .endMetadata()
                .withData(
                    Map.of(
                        "provisioning.maxConcurrentOps",
                        "20",
                        "provisioning.operationTimeout",
                        "30m",
                        "bmc.connectionTimeout",
                        "120s",
                        "bmc.requestTimeout",
                        "300s",
                        "provisioning.bootTimeout",
                        "20m",
                        "provisioning.inspectionTimeout",
                        "30m",
                        "provisioning.deploymentTimeout",
                        "1h"))
                .build())
        .create();
  }

  void killHard() throws InterruptedException {
    process.killHard();
  }

  String evidence() throws IOException {
    return process.evidence();
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
