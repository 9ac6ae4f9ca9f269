package io.beskar7.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** {@code x-kubernetes-list-type}: no two items of a set, or of a map's keys, may be equal. */
final class ListTypes {
  private ListTypes() {}

  static List<Rule> compile(ObjectNode raw) {
    boolean unique = raw.path("uniqueItems").asBoolean();
    return switch (Json.text(raw, "x-kubernetes-list-type")) {
      case "set" -> List.of(unique(UnaryOperator.identity()));
      case "map" -> {
        List<String> keys = Json.texts(raw.path("x-kubernetes-list-map-keys"));
        yield List.of(unique(item -> keys(item, keys)));
      }
      default -> unique ? List.of(unique(UnaryOperator.identity())) : List.of();
    };
  }

  private static Rule unique(UnaryOperator<JsonNode> identity) {
    return (value, path, errors) -> {
      Set<JsonNode> seen = new HashSet<>();
      int index = 0;
      for (JsonNode item : value) {
        JsonNode id = identity.apply(item);
        if (value.isArray() && !seen.add(id)) {
          errors.duplicate(path + "[" + index + "]", id);
        }
        index++;
      }
    };
  }

  private static JsonNode keys(JsonNode item, List<String> names) {
    ObjectNode keys = Json.object();
    names.forEach(name -> keys.set(name, item.path(name).deepCopy()));
    return keys;
  }
}
