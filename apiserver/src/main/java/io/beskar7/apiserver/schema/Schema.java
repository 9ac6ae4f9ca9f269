package io.beskar7.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled structural schema node.
 *
 * @param raw the schema as it was written, for OpenAPI and merge strategies
 * @param type {@code object}, {@code array}, {@code string}, {@code integer}, {@code number},
 *     {@code boolean}, or empty for any
 * @param additional schema of values under other names than those of {@code properties}, null when
 *     there may be none
 * @param defaultValue value of an absent field, null when it has none
 * @param rules value checks beyond the type
 */
public record Schema(
    ObjectNode raw,
    String type,
    Map<String, Schema> properties,
    @Nullable Schema items,
    @Nullable Schema additional,
    @Nullable JsonNode defaultValue,
    Flags flags,
    List<Rule> rules) {

  /** Switches of a schema node. */
  public record Flags(
      boolean nullable, boolean preserveUnknown, boolean intOrString, boolean embedded) {}

  /** A schema that says nothing and keeps everything. */
  public static Schema anything() {
    return SchemaParser.parse(
        io.beskar7.apiserver.json.Json.object().put("x-kubernetes-preserve-unknown-fields", true));
  }

  /** Schema of the field {@code name}, null when the schema does not know it. */
  public @Nullable Schema child(String name) {
    Schema property = properties.get(name);
    return property == null ? additional : property;
  }
}
