package io.beskar7.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;

/** JSON merge patch, RFC 7396. */
public final class MergePatch {
  private MergePatch() {}

  public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
    for (var field : patch.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (value.isNull()) {
        target.remove(name);
      } else if (value instanceof ObjectNode change) {
        ObjectNode old = target.get(name) instanceof ObjectNode object ? object : Json.object();
        target.set(name, apply(old, change));
      } else {
        target.set(name, value.deepCopy());
      }
    }
    return target;
  }
}
