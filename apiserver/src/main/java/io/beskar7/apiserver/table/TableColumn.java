package io.beskar7.apiserver.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Version;
import java.util.function.Function;

/**
 * A column and how its cells are made.
 *
 * @param cell from an object to its cell, a JSON null for none
 */
record TableColumn(Version.Column column, Function<JsonNode, JsonNode> cell) {
  ObjectNode definition() {
    return Json.object()
        .put("name", column.name())
        .put("type", column.type())
        .put("format", column.format())
        .put("description", column.description())
        .put("priority", column.priority());
  }
}
