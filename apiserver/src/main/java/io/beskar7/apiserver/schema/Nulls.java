package io.beskar7.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A null where null is not allowed counts as absent: it is dropped before defaults are filled in
 * and before anything is required.
 */
public final class Nulls {
  /** What a null is as the value of a map. */
  public enum InMaps {
    /** Kinds that only have a schema. */
    ARE_ABSENT,
    /** Kinds with types of their own, whose maps hold texts: there it is the empty text. */
    ARE_EMPTY
  }

  private Nulls() {}

  /** Drops nulls in place. Those in lists stay, so that no item moves. */
  public static void drop(Schema schema, JsonNode value, InMaps inMaps) {
    if (value instanceof ObjectNode object) {
      fields(schema, object, inMaps);
    } else if (value.isArray() && schema.items() != null) {
      for (JsonNode item : value) {
        drop(schema.items(), item, inMaps);
      }
    }
  }

  private static void fields(Schema schema, ObjectNode object, InMaps inMaps) {
    List<String> dropped = new ArrayList<>();
    for (var field : object.properties()) {
      Schema child = schema.child(field.getKey());
      if (child == null) {
        continue;
      }
      boolean named = schema.properties().containsKey(field.getKey());
      if (!field.getValue().isNull()) {
        drop(child, field.getValue(), inMaps);
      } else if (!named && inMaps == InMaps.ARE_EMPTY && child.type().equals("string")) {
        field.setValue(TextNode.valueOf(""));
      } else if (!child.flags().nullable()) {
        dropped.add(field.getKey());
      }
    }
    object.remove(dropped);
  }
}
