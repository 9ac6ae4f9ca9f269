package io.beskar7.operator.claim;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.function.Supplier;

/** Looks again after a 409. */
final class Retry {
  private Retry() {}

  static <T> T onConflict(Supplier<T> attempt) {
    while (true) {
      try {
        return attempt.get();
      } catch (KubernetesClientException refused) {
        if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
          throw refused;
        }
      }
    }
  }
}
