package io.beskar7.testkit;

import static org.awaitility.Awaitility.await;

import io.beskar7.apiserver.security.PrivateFile;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/**
 * etcd and kube-apiserver, and kube-controller-manager where it is there, from the folder
 * KUBEBUILDER_ASSETS names.
 */
final class RealTestApi implements TestApi {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path directory;
  private final Path binaries;
  private final List<Process> processes = new CopyOnWriteArrayList<>();

  /** For a test that is cut off: nothing of it may stay behind. */
  private final Thread orphans =
      Thread.ofPlatform().unstarted(() -> processes.forEach(Process::destroyForcibly));

  private final int etcd = freePort();
  private final int peer = freePort();
  private final int port = freePort();

  private RealTestApi(Path directory, Path binaries) {
    this.directory = directory;
    this.binaries = binaries;
    Runtime.getRuntime().addShutdownHook(orphans);
  }

  static TestApi start(Path directory) {
    String assets = System.getenv("KUBEBUILDER_ASSETS");
    Assumptions.assumeTrue(assets != null, "no real kube-apiserver: KUBEBUILDER_ASSETS is not set");
    Path binaries = Path.of(assets);
    Assumptions.assumeTrue(
        Files.isExecutable(binaries.resolve("kube-apiserver"))
            && Files.isExecutable(binaries.resolve("etcd")),
        "no real kube-apiserver: " + binaries + " lacks etcd or kube-apiserver");
    RealTestApi api = new RealTestApi(directory, binaries);
    try {
      api.launch();
      return api;
    } catch (IOException e) {
      api.close();
      throw new UncheckedIOException("kube-apiserver did not start", e);
    } catch (RuntimeException e) {
      api.close();
      throw e;
    }
  }

  private void launch() throws IOException {
    String token = UUID.randomUUID().toString();
    PrivateFile.write(directory.resolve("tokens"), token + ",admin,admin,\"system:masters\"\n");
    PrivateFile.write(directory.resolve("sa.key"), signingKey());
    PrivateFile.write(kubeconfig(), kubeconfig(token));
    String store = "http://127.0.0.1:" + etcd;
    String peers = "http://127.0.0.1:" + peer;
    run(
        "etcd",
        "--data-dir=" + directory.resolve("etcd"),
        "--unsafe-no-fsync",
        "--listen-client-urls=" + store,
        "--advertise-client-urls=" + store,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=default=" + peers);
    run(
        "kube-apiserver",
        "--etcd-servers=" + store,
        "--cert-dir=" + directory.resolve("certs"),
        "--bind-address=127.0.0.1",
        "--secure-port=" + port,
        "--token-auth-file=" + directory.resolve("tokens"),
        "--authorization-mode=RBAC",
        "--service-account-issuer=https://127.0.0.1",
        "--service-account-key-file=" + directory.resolve("sa.key"),
        "--service-account-signing-key-file=" + directory.resolve("sa.key"),
        "--service-cluster-ip-range=10.0.0.0/24",
        "--disable-admission-plugins=ServiceAccount");
    awaitReady();
    if (Files.isExecutable(binaries.resolve("kube-controller-manager"))) {
      run(
          "kube-controller-manager",
          "--kubeconfig=" + kubeconfig(),
          "--service-account-private-key-file=" + directory.resolve("sa.key"),
          "--leader-elect=false",
          "--secure-port=0",
          "--controllers=namespace-controller,garbage-collector-controller");
    }
  }

  private void awaitReady() {
    try (KubernetesClient client = newClient()) {
      await("kube-apiserver is ready")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .ignoreExceptions()
          .failFast(
              "etcd or kube-apiserver ended", () -> !processes.stream().allMatch(Process::isAlive))
          .until(
              () ->
                  "ok".equals(client.raw("/readyz"))
                      && client.namespaces().withName("default").get() != null);
    }
  }

  private void run(String binary, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(binaries.resolve(binary).toString()));
    command.addAll(List.of(arguments));
    processes.add(
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(binary + ".log").toFile())
            .start());
  }

  private String kubeconfig(String token) {
    return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: real
          cluster: {server: "https://127.0.0.1:%d", insecure-skip-tls-verify: true}
        users:
        - name: admin
          user: {token: %s}
        contexts:
        - name: real
          context: {cluster: real, user: admin, namespace: default}
        current-context: real
        """
        .formatted(port, token);
  }

  private static String signingKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
      String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
      return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Path kubeconfig() {
    return directory.resolve("kubeconfig");
  }

  @Override
  public boolean real() {
    return true;
  }

  @Override
  public void close() {
    for (Process process : processes.reversed()) {
      process.destroy();
      try {
        if (!process.waitFor(Duration.ofSeconds(5))) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException _) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
