package io.beskar7.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles {@code openAPIV3Schema}. */
public final class SchemaParser {
  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "integer", "number", "boolean");

  private SchemaParser() {}

  /**
   * @throws IllegalArgumentException for a schema that cannot be understood; the message names the
   *     place
   */
  public static Schema parse(ObjectNode raw) {
    return parse(raw, "");
  }

  private static Schema parse(ObjectNode raw, String path) {
    Map<String, Schema> properties = new LinkedHashMap<>();
    for (var property : raw.path("properties").properties()) {
      String at = path + ".properties[" + property.getKey() + "]";
      properties.put(property.getKey(), parse(object(property.getValue(), at), at));
    }
    return new Schema(
        raw,
        type(raw, path),
        properties,
        optional(raw.get("items"), path + ".items"),
        additional(raw.get("additionalProperties"), path + ".additionalProperties"),
        raw.get("default"),
        new Schema.Flags(
            raw.path("nullable").asBoolean(),
            raw.path("x-kubernetes-preserve-unknown-fields").asBoolean(),
            raw.path("x-kubernetes-int-or-string").asBoolean(),
            raw.path("x-kubernetes-embedded-resource").asBoolean()),
        RuleCompiler.compile(raw, path));
  }

  private static String type(ObjectNode raw, String path) {
    String type = Json.text(raw, "type");
    if (!type.isEmpty() && !TYPES.contains(type)) {
      throw new IllegalArgumentException(path + ".type: \"" + type + "\" is none of " + TYPES);
    }
    return type;
  }

  private static @Nullable Schema optional(@Nullable JsonNode node, String path) {
    return node == null ? null : parse(object(node, path), path);
  }

  private static @Nullable Schema additional(@Nullable JsonNode node, String path) {
    if (node != null && node.isBoolean()) {
      return node.booleanValue() ? Schema.anything() : null;
    }
    return optional(node, path);
  }

  private static ObjectNode object(JsonNode node, String path) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException(path + ": a schema must be an object");
  }
}
