package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.schema.Schema;
import io.beskar7.apiserver.schema.SchemaParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads kinds from CustomResourceDefinitions; the built-in kinds are written down in the same form.
 */
final class DefinitionReader {
  private DefinitionReader() {}

  /**
   * @throws IllegalArgumentException when a schema cannot be understood
   */
  static ResourceType read(JsonNode definition, Behaviour behaviour, boolean custom) {
    JsonNode spec = definition.path("spec");
    JsonNode names = spec.path("names");
    String kind = Json.text(names, "kind");
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < spec.path("versions").size(); i++) {
      try {
        versions.add(version(spec.path("versions").get(i)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "spec.versions[" + i + "].schema.openAPIV3Schema" + e.getMessage(), e);
      }
    }
    return new ResourceType(
        Json.text(spec, "group"),
        new ResourceType.Names(
            Json.text(names, "plural"),
            orElse(Json.text(names, "singular"), kind.toLowerCase(Locale.ROOT)),
            kind,
            orElse(Json.text(names, "listKind"), kind + "List"),
            Json.texts(names.path("shortNames")),
            Json.texts(names.path("categories"))),
        Json.text(spec, "scope").equals("Namespaced"),
        List.copyOf(versions),
        behaviour,
        custom);
  }

  private static Version version(JsonNode version) {
    Schema schema =
        version.path("schema").get("openAPIV3Schema") instanceof ObjectNode raw
            ? SchemaParser.parse(raw)
            : Schema.anything();
    List<String> selectable = new ArrayList<>();
    for (JsonNode field : version.path("selectableFields")) {
      selectable.add(Json.text(field, "jsonPath").replaceFirst("^\\.", ""));
    }
    return new Version(
        Json.text(version, "name"),
        version.path("served").asBoolean(),
        version.path("storage").asBoolean(),
        schema,
        version.path("subresources").has("status"),
        columns(version.path("additionalPrinterColumns")),
        List.copyOf(selectable),
        version.path("deprecated").asBoolean()
            ? orElse(Json.text(version, "deprecationWarning"), Json.text(version, "name"))
            : "");
  }

  private static List<Version.Column> columns(JsonNode columns) {
    List<Version.Column> read = new ArrayList<>();
    for (JsonNode column : columns) {
      read.add(
          new Version.Column(
              Json.text(column, "name"),
              Json.text(column, "type"),
              Json.text(column, "format"),
              Json.text(column, "description"),
              column.path("priority").asInt(),
              Json.text(column, "jsonPath")));
    }
    return List.copyOf(read);
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
