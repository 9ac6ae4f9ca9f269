package io.beskar7.apiserver.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Registry;
import io.beskar7.apiserver.resource.ResourceType;
import java.util.List;

/** {@code APIResourceList.resources}. */
final class ClassicResources {
  static final List<String> VERBS =
      List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
  static final List<String> STATUS_VERBS = List.of("get", "patch", "update");

  private ClassicResources() {}

  static ArrayNode of(Registry registry, String group, String version) {
    ArrayNode resources = Json.array();
    for (ResourceType type : registry.all()) {
      type.version(version)
          .filter(v -> type.group().equals(group) && v.served())
          .ifPresent(
              v -> {
                resources.add(whole(type));
                if (v.status()) {
                  resources.add(status(type));
                }
              });
    }
    Reviewed.ALL.stream()
        .filter(r -> r.group().equals(group))
        .forEach(r -> resources.add(review(r)));
    return resources;
  }

  private static ObjectNode whole(ResourceType type) {
    ObjectNode node =
        Json.object()
            .put("name", type.plural())
            .put("singularName", type.names().singular())
            .put("namespaced", type.namespaced())
            .put("kind", type.kind());
    node.set("verbs", Json.array(VERBS));
    if (!type.names().shortNames().isEmpty()) {
      node.set("shortNames", Json.array(type.names().shortNames()));
    }
    if (!type.names().categories().isEmpty()) {
      node.set("categories", Json.array(type.names().categories()));
    }
    return node;
  }

  private static ObjectNode status(ResourceType type) {
    ObjectNode node =
        Json.object()
            .put("name", type.plural() + "/status")
            .put("singularName", "")
            .put("namespaced", type.namespaced())
            .put("kind", type.kind());
    node.set("verbs", Json.array(STATUS_VERBS));
    return node;
  }

  private static ObjectNode review(Reviewed review) {
    ObjectNode node =
        Json.object()
            .put("name", review.plural())
            .put("singularName", review.kind().toLowerCase(java.util.Locale.ROOT))
            .put("namespaced", false)
            .put("kind", review.kind());
    node.putArray("verbs").add("create");
    return node;
  }
}
