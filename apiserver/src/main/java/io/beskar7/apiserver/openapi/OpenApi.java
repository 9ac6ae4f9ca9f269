package io.beskar7.apiserver.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Registry;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.resource.Version;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** OpenAPI v3: an index, and a document per group and version. */
public final class OpenApi {
  private final Registry registry;

  public OpenApi(Registry registry) {
    this.registry = registry;
  }

  public ObjectNode index() {
    ObjectNode index = Json.object();
    ObjectNode paths = index.putObject("paths");
    Map<String, String> names = new TreeMap<>();
    for (ResourceType type : registry.all()) {
      type.versions().stream().filter(Version::served).forEach(v -> names.put(path(type, v), ""));
    }
    String hash = Long.toHexString(registry.generation());
    names
        .keySet()
        .forEach(
            name ->
                paths
                    .putObject(name)
                    .put("serverRelativeURL", "/openapi/v3/" + name + "?hash=" + hash));
    return index;
  }

  /** The document under that name of the index. */
  public Optional<byte[]> document(String name) {
    Document document = new Document();
    boolean found = false;
    for (ResourceType type : registry.all()) {
      for (Version version : type.versions()) {
        if (version.served() && path(type, version).equals(name)) {
          document.add(type, version);
          found = true;
        }
      }
    }
    return found ? Optional.of(Json.bytes(document.finish())) : Optional.empty();
  }

  private static String path(ResourceType type, Version version) {
    return (type.group().isEmpty() ? "api/" : "apis/") + type.apiVersion(version);
  }
}
