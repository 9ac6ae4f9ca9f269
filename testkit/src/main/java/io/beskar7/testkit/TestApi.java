package io.beskar7.testkit;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;

/** A Kubernetes API for tests: the embedded one, or a real kube-apiserver. */
public interface TestApi extends AutoCloseable {

  /** A kubeconfig for an administrator. */
  Path kubeconfig();

  /** A new administrator's client; the caller closes it. */
  default KubernetesClient newClient() {
    return Clients.of(kubeconfig());
  }

  /** Whether this is a real kube-apiserver. */
  boolean real();

  @Override
  void close();

  /**
   * Starts the API that the system property {@code beskar7.api} names: {@code embedded} (the
   * default) or {@code real}.
   *
   * @param directory holds its state
   */
  static TestApi start(Path directory) {
    String wanted = System.getProperty("beskar7.api", "embedded");
    return switch (wanted) {
      case "embedded" -> EmbeddedTestApi.start(directory);
      case "real" -> real(directory);
      default ->
          throw new IllegalArgumentException(
              "beskar7.api: \"" + wanted + "\" is neither embedded nor real");
    };
  }

  /**
   * Starts etcd, kube-apiserver and kube-controller-manager from the folder KUBEBUILDER_ASSETS
   * names; a test without that folder is skipped with the reason.
   *
   * @param directory holds its state
   */
  static TestApi real(Path directory) {
    return RealTestApi.start(directory);
  }
}
