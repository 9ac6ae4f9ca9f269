package io.beskar7.app.kube;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the API to talk to: --kubeconfig, else KUBECONFIG, else what {@code beskar7 up} left in the
 * data directory, else ~/.kube/config or the account of a pod.
 */
public final class KubeAccess {
  private static final Duration WHOLE_ANSWER = Duration.ofMinutes(1);

  private KubeAccess() {}

  /**
   * The connection's settings.
   *
   * @param kubeconfig a file, or null to look in the usual places
   * @throws KubernetesClientException when a file that is named cannot be read
   */
  public static Config find(
      @Nullable Path kubeconfig, Path dataDirectory, Map<String, String> environment) {
    if (kubeconfig != null) {
      return fromFile(kubeconfig);
    }
    String named = environment.get("KUBECONFIG");
    if (named != null && !named.isBlank()) {
      return tuned(Config.autoConfigure(null));
    }
    Path ours = dataDirectory.resolve("kubeconfig");
    return Files.isReadable(ours) ? fromFile(ours) : tuned(Config.autoConfigure(null));
  }

  /** The connection's settings from one kubeconfig. */
  public static Config fromFile(Path kubeconfig) {
    if (!Files.isReadable(kubeconfig)) {
      throw new KubernetesClientException("kubeconfig " + kubeconfig + " cannot be read");
    }
    return tuned(Config.fromKubeconfig(kubeconfig.toFile()));
  }

  public static KubernetesClient client(Config config) {
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientBuilderConsumer(KubeAccess::bounded)
        .build();
  }

  /** A client whose requests are counted. */
  public static KubernetesClient counted(Config config, ApiCalls calls) {
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientBuilderConsumer(
            http -> bounded(http).addOrReplaceInterceptor("beskar7", calls))
        .build();
  }

  private static HttpClient.Builder bounded(HttpClient.Builder http) {
    return http.addOrReplaceInterceptor("beskar7-deadline", new AnswerDeadline(WHOLE_ANSWER));
  }

  /**
   * Watches over plain HTTP only: the WebSocket attempt before it hangs on some servers. No retries
   * inside the client: whoever asks knows what a failure means, and a machine waits for the answer.
   */
  private static Config tuned(Config config) {
    return new ConfigBuilder(config)
        .withOnlyHttpWatches(true)
        .withUserAgent("beskar7")
        .withConnectionTimeout(5_000)
        .withRequestTimeout(30_000)
        .withRequestRetryBackoffLimit(0)
        .build();
  }
}
