package io.beskar7.apiserver.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.resource.Version;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of a kind: those its definition names, or name and age. */
final class TableColumns {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final InstantSource clock;

  private TableColumns(InstantSource clock) {
    this.clock = clock;
  }

  static List<TableColumn> of(ResourceType type, Version version, InstantSource clock) {
    TableColumns maker = new TableColumns(clock);
    List<TableColumn> columns = new ArrayList<>();
    switch (type.group() + "/" + type.kind()) {
      case "/Event" -> maker.event(columns);
      case "/ConfigMap" -> {
        maker.name(columns);
        maker.computed(
            columns, "Data", "integer", 0, object -> count(object, "data", "binaryData"));
        maker.age(columns);
      }
      case "/Secret" -> {
        maker.name(columns);
        maker.computed(columns, "Type", "string", 0, object -> object.path("type"));
        maker.computed(columns, "Data", "integer", 0, object -> count(object, "data"));
        maker.age(columns);
      }
      default -> {
        maker.name(columns);
        version.columns().forEach(column -> columns.add(maker.declared(column)));
        if (version.columns().isEmpty()) {
          maker.age(columns);
        }
      }
    }
    return columns;
  }

  private void event(List<TableColumn> columns) {
    computed(columns, "Last Seen", "string", 0, object -> lastSeen(object));
    computed(columns, "Type", "string", 0, object -> object.path("type"));
    computed(columns, "Reason", "string", 0, object -> object.path("reason"));
    computed(
        columns,
        "Object",
        "string",
        0,
        object ->
            NODES.textNode(
                Json.text(object, "involvedObject", "kind").toLowerCase(java.util.Locale.ROOT)
                    + "/"
                    + Json.text(object, "involvedObject", "name")));
    computed(columns, "Source", "string", 1, object -> object.path("source").path("component"));
    computed(
        columns,
        "Message",
        "string",
        0,
        object -> NODES.textNode(Json.text(object, "message").strip()));
    computed(columns, "Count", "integer", 1, object -> object.path("count"));
    computed(columns, "Name", "string", 1, object -> object.path("metadata").path("name"));
  }

  private JsonNode lastSeen(JsonNode event) {
    for (String field : List.of("lastTimestamp", "eventTime", "firstTimestamp")) {
      if (!Json.text(event, field).isEmpty()) {
        return age(event.path(field));
      }
    }
    return age(event.path("metadata").path("creationTimestamp"));
  }

  private void name(List<TableColumn> columns) {
    columns.add(
        new TableColumn(
            new Version.Column("Name", "string", "name", "Name of the object.", 0, ""),
            object -> object.path("metadata").path("name")));
  }

  private void age(List<TableColumn> columns) {
    computed(
        columns,
        "Age",
        "string",
        0,
        object -> age(object.path("metadata").path("creationTimestamp")));
  }

  private void computed(
      List<TableColumn> columns,
      String name,
      String type,
      int priority,
      Function<JsonNode, JsonNode> cell) {
    Version.Column column = new Version.Column(name, type, "", name + ".", priority, "");
    columns.add(new TableColumn(column, object -> orNull(cell.apply(object))));
  }

  private TableColumn declared(Version.Column column) {
    JsonPath path = JsonPath.parse(column.jsonPath());
    return new TableColumn(
        column,
        object -> {
          List<JsonNode> found = path.find(object);
          return found.isEmpty() ? NODES.nullNode() : cell(column.type(), found);
        });
  }

  private JsonNode cell(String type, List<JsonNode> found) {
    JsonNode first = found.getFirst();
    return switch (type) {
      case "date" -> age(first);
      case "integer", "number", "boolean" -> first;
      default -> {
        List<String> texts = found.stream().map(TableColumns::text).toList();
        yield NODES.textNode(String.join(" ", texts));
      }
    };
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private JsonNode age(JsonNode time) {
    if (!time.isTextual()) {
      return NODES.textNode("<unknown>");
    }
    try {
      Instant then = OffsetDateTime.parse(time.textValue()).toInstant();
      return NODES.textNode(HumanDuration.between(then, clock.instant()));
    } catch (DateTimeParseException _) {
      return NODES.textNode("<invalid>");
    }
  }

  private static JsonNode count(JsonNode object, String... fields) {
    long count = 0;
    for (String field : fields) {
      count += object.path(field).size();
    }
    return NODES.numberNode(count);
  }

  private static JsonNode orNull(JsonNode node) {
    return node.isMissingNode() ? NODES.nullNode() : node;
  }
}
