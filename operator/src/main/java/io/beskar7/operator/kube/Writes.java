package io.beskar7.operator.kube;

import io.beskar7.operator.kube.WriteResult.Conflict;
import io.beskar7.operator.kube.WriteResult.Gone;
import io.beskar7.operator.kube.WriteResult.Written;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.function.Supplier;

/** Turns the expected refusals of a write into values. */
final class Writes {
  private Writes() {}

  static <T> WriteResult<T> attempt(Supplier<T> write) {
    try {
      return new Written<>(write.get());
    } catch (KubernetesClientException refused) {
      return switch (refused.getCode()) {
        case HttpURLConnection.HTTP_CONFLICT -> new Conflict<>();
        case HttpURLConnection.HTTP_NOT_FOUND -> new Gone<>();
        default -> throw refused;
      };
    }
  }
}
