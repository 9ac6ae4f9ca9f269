package io.beskar7.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in defaults, in place. */
public final class Defaulter {
  private Defaulter() {}

  public static void apply(Schema schema, JsonNode value) {
    if (value instanceof ObjectNode object) {
      schema.properties().forEach((name, child) -> fill(child, object, name));
      for (var field : object.properties()) {
        Schema child = schema.child(field.getKey());
        if (child != null) {
          apply(child, field.getValue());
        }
      }
    } else if (value.isArray() && schema.items() != null) {
      for (JsonNode item : value) {
        apply(schema.items(), item);
      }
    }
  }

  private static void fill(Schema child, ObjectNode object, String name) {
    JsonNode present = object.get(name);
    if (present == null && child.defaultValue() != null) {
      object.set(name, child.defaultValue().deepCopy());
    }
  }
}
