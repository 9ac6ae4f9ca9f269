package io.beskar7.app.cli;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;

/** What went wrong between the command and a Kubernetes API, and what to do. */
final class ApiTrouble {
  private ApiTrouble() {}

  static String describe(KubernetesClientException trouble) {
    if (trouble.getStatus() != null && trouble.getStatus().getMessage() != null) {
      return "the Kubernetes API refuses: " + trouble.getStatus().getMessage();
    }
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return "the Kubernetes API cannot be reached (connection refused): is `beskar7 up` running,"
            + " and does --kubeconfig or KUBECONFIG name the right one?";
      }
    }
    Throwable root = trouble;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "the Kubernetes API cannot be used: " + root.getMessage();
  }
}
