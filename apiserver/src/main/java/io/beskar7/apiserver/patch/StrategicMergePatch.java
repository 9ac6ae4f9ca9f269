package io.beskar7.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strategic merge patch: like a merge patch, but lists are merged as their schema says ({@code
 * x-kubernetes-patch-strategy}, {@code x-kubernetes-patch-merge-key}), and directives beginning
 * with {@code $} say what else is to be done.
 */
public final class StrategicMergePatch {
  private static final String DIRECTIVE = "$patch";
  private static final String RETAIN = "$retainKeys";
  private static final String DELETE_VALUES = "$deleteFromPrimitiveList/";
  private static final String ORDER = "$setElementOrder/";

  private final Schema meta;

  private StrategicMergePatch(Schema meta) {
    this.meta = meta;
  }

  /**
   * @param schema of the kind
   * @param meta of its metadata, which kinds' schemas leave out
   */
  public static ObjectNode apply(ObjectNode target, ObjectNode patch, Schema schema, Schema meta) {
    return new StrategicMergePatch(meta).root(target, patch, schema);
  }

  private ObjectNode root(ObjectNode target, ObjectNode patch, Schema schema) {
    ObjectNode rest = patch.deepCopy();
    if (rest.remove("metadata") instanceof ObjectNode metadata) {
      target.set("metadata", object(Json.child(target, "metadata"), metadata, meta));
    }
    return object(target, rest, schema);
  }

  private ObjectNode object(ObjectNode target, ObjectNode patch, @Nullable Schema schema) {
    if (Json.text(patch, DIRECTIVE).equals("replace")) {
      ObjectNode whole = patch.deepCopy();
      whole.remove(DIRECTIVE);
      return whole;
    }
    if (patch.has(RETAIN)) {
      target.retain(Json.texts(patch.get(RETAIN)));
    }
    for (var field : patch.properties()) {
      field(target, field.getKey(), field.getValue(), schema);
    }
    for (var field : patch.properties()) {
      if (field.getKey().startsWith(ORDER)) {
        String name = field.getKey().substring(ORDER.length());
        MergedLists.order(target.path(name), field.getValue(), mergeKey(schema, name));
      }
    }
    return target;
  }

  private void field(ObjectNode target, String name, JsonNode value, @Nullable Schema schema) {
    if (name.startsWith(DELETE_VALUES)) {
      MergedLists.removeAll(target.path(name.substring(DELETE_VALUES.length())), value);
    } else if (name.startsWith("$")) {
      return;
    } else if (value.isNull() || Json.text(value, DIRECTIVE).equals("delete")) {
      target.remove(name);
    } else if (value instanceof ObjectNode change) {
      ObjectNode old = target.get(name) instanceof ObjectNode object ? object : Json.object();
      target.set(name, object(old, change, child(schema, name)));
    } else if (value instanceof ArrayNode change && merges(schema, name)) {
      target.set(name, list(target.withArray(name), change, child(schema, name)));
    } else {
      target.set(name, value.deepCopy());
    }
  }

  private ArrayNode list(ArrayNode target, ArrayNode patch, @Nullable Schema schema) {
    String key = schema == null ? "" : Json.text(schema.raw(), "x-kubernetes-patch-merge-key");
    boolean replace = false;
    for (JsonNode item : patch) {
      replace |= item.size() == 1 && Json.text(item, DIRECTIVE).equals("replace");
    }
    ArrayNode merged = replace ? Json.array() : target;
    for (JsonNode item : patch) {
      if (item.size() == 1 && item.has(DIRECTIVE)) {
        continue;
      }
      int at = MergedLists.find(merged, item, key);
      if (Json.text(item, DIRECTIVE).equals("delete")) {
        if (at >= 0) {
          merged.remove(at);
        }
      } else if (at < 0) {
        merged.add(item.deepCopy());
      } else if (item instanceof ObjectNode change && merged.get(at) instanceof ObjectNode old) {
        merged.set(at, object(old, change, schema == null ? null : schema.items()));
      }
    }
    return merged;
  }

  private static @Nullable Schema child(@Nullable Schema schema, String name) {
    return schema == null ? null : schema.child(name);
  }

  private static boolean merges(@Nullable Schema schema, String name) {
    Schema child = child(schema, name);
    return child != null
        && List.of(Json.text(child.raw(), "x-kubernetes-patch-strategy").split(","))
            .contains("merge");
  }

  private static String mergeKey(@Nullable Schema schema, String name) {
    Schema child = child(schema, name);
    return child == null ? "" : Json.text(child.raw(), "x-kubernetes-patch-merge-key");
  }
}
