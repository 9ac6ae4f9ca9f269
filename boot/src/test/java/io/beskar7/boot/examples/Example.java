package io.beskar7.boot.examples;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One YAML document of ours.
 *
 * @param where file and line, for messages
 */
record Example(String where, Map<String, Object> content) {

  String kind() {
    return (String) content.get("kind");
  }

  String apiVersion() {
    return (String) content.get("apiVersion");
  }

  /** The collection it belongs to. */
  String path(String namespace) {
    return "/apis/"
        + apiVersion()
        + "/namespaces/"
        + namespace
        + "/"
        + kind().toLowerCase(Locale.ROOT)
        + "s";
  }

  String name() {
    return (String) metadata().get("name");
  }

  @SuppressWarnings("unchecked") // YAML maps have string keys here
  private Map<String, Object> metadata() {
    return (Map<String, Object>) content.get("metadata");
  }

  boolean hasStatus() {
    return content.containsKey("status");
  }

  /** The same with what a block that shows only fields leaves out. */
  Example completed(String kind, String apiVersion, String name) {
    Map<String, Object> whole = new LinkedHashMap<>(content);
    whole.putIfAbsent("apiVersion", apiVersion);
    whole.putIfAbsent("kind", kind);
    whole.putIfAbsent("metadata", new LinkedHashMap<>(Map.of("name", name)));
    return new Example(where, whole);
  }

  String json() {
    return Serialization.asJson(content);
  }

  @Override
  public String toString() {
    return kind() + " of " + where;
  }
}
