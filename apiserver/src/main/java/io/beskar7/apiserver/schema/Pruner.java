package io.beskar7.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Removes what a schema does not know. */
public final class Pruner {
  private static final Set<String> META = Set.of("apiVersion", "kind", "metadata");

  private final List<String> pruned = new ArrayList<>();

  private Pruner() {}

  /**
   * Prunes a whole resource in place; its type and metadata are not the schema's business.
   *
   * @return the paths of the removed fields
   */
  public static List<String> prune(Schema schema, ObjectNode resource) {
    Pruner pruner = new Pruner();
    pruner.object(schema, resource, "", true);
    return pruner.pruned;
  }

  private void value(Schema schema, JsonNode value, String path) {
    if (value instanceof ObjectNode object) {
      object(schema, object, path, schema.flags().embedded());
    } else if (value.isArray() && schema.items() != null) {
      for (int i = 0; i < value.size(); i++) {
        value(schema.items(), value.get(i), path + "[" + i + "]");
      }
    }
  }

  private void object(Schema schema, ObjectNode object, String path, boolean resource) {
    List<String> unknown = new ArrayList<>();
    for (var field : object.properties()) {
      String name = field.getKey();
      if (resource && META.contains(name)) {
        continue;
      }
      Schema child = schema.child(name);
      if (child != null) {
        value(child, field.getValue(), Paths.field(path, name));
      } else if (!schema.flags().preserveUnknown()) {
        unknown.add(name);
      }
    }
    object.remove(unknown);
    unknown.forEach(name -> pruned.add(Paths.field(path, name)));
  }
}
