package io.beskar7.app.cli;

import io.beskar7.app.kube.KubeAccess;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which API a command talks to. */
final class ApiOptions {
  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description =
          "How to reach the API. Default: $KUBECONFIG, else .beskar7/kubeconfig, else"
              + " ~/.kube/config or the account of the pod.")
  @Nullable Path kubeconfig;

  Config config(Context context) {
    return KubeAccess.find(kubeconfig, DataDirectory.STANDARD, context.environment());
  }

  KubernetesClient connect(Context context) {
    return KubeAccess.client(config(context));
  }
}
