package io.beskar7.apiserver.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request path that is about resources: {@code /api/v1/...} or {@code /apis/GROUP/VERSION/...}.
 * What is absent is empty.
 */
record ResourcePath(
    String group,
    String version,
    String namespace,
    String resource,
    String name,
    String subresource) {

  static Optional<ResourcePath> parse(String path) {
    List<String> parts = new ArrayList<>(List.of(path.substring(1).split("/")));
    String root = parts.removeFirst();
    boolean core = root.equals("api");
    if (!(core || root.equals("apis")) || parts.size() < (core ? 2 : 3)) {
      return Optional.empty();
    }
    String group = core ? "" : parts.removeFirst();
    String version = parts.removeFirst();
    boolean scoped = parts.size() >= 3 && parts.getFirst().equals("namespaces");
    boolean ofNamespace = scoped && List.of("status", "finalize").contains(parts.get(2));
    String namespace = "";
    if (scoped && !(ofNamespace && parts.size() == 3)) {
      parts.removeFirst();
      namespace = parts.removeFirst();
    }
    if (parts.size() > 3) {
      return Optional.empty();
    }
    return Optional.of(
        new ResourcePath(
            group,
            version,
            namespace,
            parts.getFirst(),
            parts.size() > 1 ? parts.get(1) : "",
            parts.size() > 2 ? parts.get(2) : ""));
  }
}
