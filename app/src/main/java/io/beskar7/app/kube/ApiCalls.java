package io.beskar7.app.kube;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;

/** Counts every request a client sends to the Kubernetes API. */
public final class ApiCalls implements Interceptor {
  /** Tags: verb (get, post, put, patch, delete), resource (plural, with its subresource). */
  public static final String METER = "beskar7.kube.api.requests";

  private final MeterRegistry registry;

  public ApiCalls(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    Counter.builder(METER)
        .description("Requests to the Kubernetes API")
        .tag("verb", request.method().toLowerCase(Locale.ROOT))
        .tag("resource", resource(request.uri().getPath()))
        .register(registry)
        .increment();
  }

  /** From {@code /apis/group/version/namespaces/ns/plural/name/sub}: {@code plural/sub}. */
  static String resource(String path) {
    List<String> parts = List.of(path.replaceFirst("^/+", "").split("/"));
    int first = parts.getFirst().equals("api") ? 2 : parts.getFirst().equals("apis") ? 3 : -1;
    if (first < 0 || parts.size() <= first) {
      return "discovery";
    }
    boolean namespaced = parts.get(first).equals("namespaces") && parts.size() > first + 2;
    int at = namespaced ? first + 2 : first;
    return parts.size() > at + 2 ? parts.get(at) + "/" + parts.get(at + 2) : parts.get(at);
  }
}
