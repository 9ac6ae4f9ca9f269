package io.beskar7.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lists whose items have an identity: the value of one field, or the item itself where {@code key}
 * is empty.
 */
final class MergedLists {
  private MergedLists() {}

  static int find(ArrayNode list, JsonNode item, String key) {
    for (int i = 0; i < list.size(); i++) {
      if (identity(list.get(i), key).equals(identity(item, key))) {
        return i;
      }
    }
    return -1;
  }

  static void removeAll(JsonNode list, JsonNode values) {
    if (list instanceof ArrayNode array) {
      for (JsonNode value : values) {
        int at = find(array, value, "");
        if (at >= 0) {
          array.remove(at);
        }
      }
    }
  }

  /**
   * Brings the items that {@code order} names into its order; others keep their place behind them.
   */
  static void order(JsonNode list, JsonNode order, String key) {
    if (list instanceof ArrayNode array) {
      List<JsonNode> wanted = new ArrayList<>();
      order.forEach(item -> wanted.add(identity(item, key)));
      List<JsonNode> items = new ArrayList<>();
      array.forEach(items::add);
      items.sort(
          Comparator.comparingInt(
              item -> {
                int at = wanted.indexOf(identity(item, key));
                return at < 0 ? Integer.MAX_VALUE : at;
              }));
      array.removeAll();
      array.addAll(items);
    }
  }

  private static JsonNode identity(JsonNode item, String key) {
    return key.isEmpty() ? item : item.path(key);
  }
}
