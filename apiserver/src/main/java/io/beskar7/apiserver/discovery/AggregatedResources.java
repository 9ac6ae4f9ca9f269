package io.beskar7.apiserver.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Registry;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.resource.Version;
import java.util.Locale;

/** {@code APIVersionDiscovery.resources}. */
final class AggregatedResources {
  private AggregatedResources() {}

  static ArrayNode of(Registry registry, String group, String version) {
    ArrayNode resources = Json.array();
    for (ResourceType type : registry.all()) {
      type.version(version)
          .filter(v -> type.group().equals(group) && v.served())
          .ifPresent(v -> resources.add(whole(type, v)));
    }
    for (Reviewed review : Reviewed.ALL) {
      if (review.group().equals(group)) {
        ObjectNode node = resources.addObject().put("resource", review.plural());
        kind(node, group, version, review.kind());
        node.put("scope", "Cluster")
            .put("singularResource", review.kind().toLowerCase(Locale.ROOT));
        node.putArray("verbs").add("create");
      }
    }
    return resources;
  }

  private static ObjectNode whole(ResourceType type, Version version) {
    ObjectNode node = Json.object().put("resource", type.plural());
    kind(node, type.group(), version.name(), type.kind());
    node.put("scope", type.namespaced() ? "Namespaced" : "Cluster")
        .put("singularResource", type.names().singular());
    node.set("verbs", Json.array(ClassicResources.VERBS));
    if (!type.names().shortNames().isEmpty()) {
      node.set("shortNames", Json.array(type.names().shortNames()));
    }
    if (!type.names().categories().isEmpty()) {
      node.set("categories", Json.array(type.names().categories()));
    }
    if (version.status()) {
      ObjectNode status = node.putArray("subresources").addObject().put("subresource", "status");
      kind(status, type.group(), version.name(), type.kind());
      status.set("verbs", Json.array(ClassicResources.STATUS_VERBS));
    }
    return node;
  }

  private static void kind(ObjectNode node, String group, String version, String kind) {
    node.putObject("responseKind").put("group", group).put("version", version).put("kind", kind);
  }
}
