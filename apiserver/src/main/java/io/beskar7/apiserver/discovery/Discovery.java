package io.beskar7.apiserver.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Registry;
import io.beskar7.apiserver.resource.ResourceType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells clients what is served, in the old form and in the aggregated one. */
public final class Discovery {
  private final Registry registry;

  public Discovery(Registry registry) {
    this.registry = registry;
  }

  public static ObjectNode version() {
    return Json.object()
        .put("major", "1")
        .put("minor", "32")
        .put("gitVersion", "v1.32.0+beskar7")
        .put("gitCommit", "")
        .put("gitTreeState", "clean")
        .put("buildDate", "2026-01-01T00:00:00Z")
        .put("goVersion", "")
        .put("compiler", "")
        .put("platform", "linux/amd64");
  }

  /** Whether a resource is a review: asked by POST, never stored. */
  public static boolean isReview(String group, String resource) {
    return Reviewed.ALL.stream()
        .anyMatch(r -> r.group().equals(group) && r.plural().equals(resource));
  }

  /** {@code /api}. */
  public ObjectNode coreVersions() {
    ObjectNode versions = Json.object().put("kind", "APIVersions");
    versions.putArray("versions").add("v1");
    versions.putArray("serverAddressByClientCIDRs");
    return versions;
  }

  /** {@code /apis}. */
  public ObjectNode groups() {
    ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
    ArrayNode groups = list.putArray("groups");
    versions()
        .forEach(
            (group, versions) -> {
              if (!group.isEmpty()) {
                groups.add(group(group, versions));
              }
            });
    return list;
  }

  /** {@code /apis/GROUP}, {@code /apis/GROUP/VERSION} and {@code /api/v1}. */
  public Optional<ObjectNode> at(String path) {
    String[] parts = path.split("/");
    if (parts.length == 3 && parts[1].equals("apis")) {
      Set<String> versions = versions().get(parts[2]);
      return versions == null
          ? Optional.empty()
          : Optional.of(group(parts[2], versions).put("kind", "APIGroup").put("apiVersion", "v1"));
    }
    if (parts.length == 4 && parts[1].equals("apis")) {
      return resources(parts[2], parts[3]);
    }
    return path.equals("/api/v1") ? resources("", "v1") : Optional.empty();
  }

  private Optional<ObjectNode> resources(String group, String version) {
    if (!versions().getOrDefault(group, Set.of()).contains(version)) {
      return Optional.empty();
    }
    ObjectNode list = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1");
    list.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
    list.set("resources", ClassicResources.of(registry, group, version));
    return Optional.of(list);
  }

  /** {@code /api} or {@code /apis} as one document; {@code version} of apidiscovery.k8s.io. */
  public ObjectNode aggregated(boolean core, String version) {
    ObjectNode list =
        Json.object()
            .put("kind", "APIGroupDiscoveryList")
            .put("apiVersion", "apidiscovery.k8s.io/" + version);
    list.putObject("metadata");
    ArrayNode items = list.putArray("items");
    versions()
        .forEach(
            (group, versions) -> {
              if (group.isEmpty() == core) {
                ObjectNode item = items.addObject();
                ObjectNode metadata = item.putObject("metadata").putNull("creationTimestamp");
                if (!group.isEmpty()) {
                  metadata.put("name", group);
                }
                ArrayNode list2 = item.putArray("versions");
                versions.forEach(
                    v ->
                        list2
                            .addObject()
                            .put("version", v)
                            .put("freshness", "Current")
                            .set("resources", AggregatedResources.of(registry, group, v)));
              }
            });
    return list;
  }

  private static ObjectNode group(String group, Set<String> versions) {
    ObjectNode node = Json.object().put("name", group);
    ArrayNode all = node.putArray("versions");
    versions.forEach(v -> all.addObject().put("groupVersion", group + "/" + v).put("version", v));
    node.set("preferredVersion", all.get(0).deepCopy());
    return node;
  }

  /** Served versions by group, the preferred one first. */
  private Map<String, Set<String>> versions() {
    Map<String, Set<String>> versions = new LinkedHashMap<>();
    versions.put("", new LinkedHashSet<>(List.of("v1")));
    for (ResourceType type : registry.all()) {
      Set<String> names = versions.computeIfAbsent(type.group(), g -> new LinkedHashSet<>());
      type.versions().stream()
          .filter(v -> v.served())
          .map(v -> v.name())
          .sorted(VersionOrder.NEWEST_FIRST)
          .forEach(names::add);
    }
    Reviewed.ALL.forEach(
        r -> versions.computeIfAbsent(r.group(), g -> new LinkedHashSet<>()).add("v1"));
    return versions;
  }
}
