package io.beskar7.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Adds to a schema what annotations cannot say. */
final class SchemaPolish {
  private SchemaPolish() {}

  static void polish(JSONSchemaProps root, CustomResourceDefinition crd) {
    root.setDescription(Descriptions.of(crd.getSpec().getNames().getKind()));
    root.setRequired(List.of("spec"));
    root.getProperties().put("apiVersion", standard("string", "Version of the schema in use."));
    root.getProperties().put("kind", standard("string", "Kind of this object."));
    // The API refuses a definition that says more than this of metadata.
    root.getProperties().put("metadata", standard("object", null));
    root.getProperties().get("spec").setDescription("What is wanted.");
    JSONSchemaProps status = root.getProperties().get("status");
    if (status.getProperties().isEmpty()) {
      root.getProperties().remove("status");
    } else {
      status.setDescription("What is known. Written by Beskar7 alone.");
    }
    walk(root);
    describe("", root);
  }

  private static void describe(String parent, JSONSchemaProps schema) {
    schema
        .getProperties()
        .forEach(
            (name, property) -> {
              if (property.getDescription() == null) {
                property.setDescription(Descriptions.ofField(parent, name));
              }
              describe(name, property);
            });
    if (schema.getItems() != null && schema.getItems().getSchema() != null) {
      describe(parent, schema.getItems().getSchema());
    }
  }

  private static JSONSchemaProps standard(String type, String description) {
    JSONSchemaProps property = new JSONSchemaProps();
    property.setType(type);
    property.setDescription(description);
    return property;
  }

  private static void walk(JSONSchemaProps schema) {
    Map<String, JSONSchemaProps> properties = schema.getProperties();
    properties.forEach(SchemaPolish::refine);
    properties.values().forEach(SchemaPolish::walk);
    if (schema.getItems() != null && schema.getItems().getSchema() != null) {
      walk(schema.getItems().getSchema());
    }
  }

  private static void refine(String name, JSONSchemaProps schema) {
    switch (name) {
      case "conditions" -> conditions(schema);
      case "failureDomains" -> {
        mapBy(schema, "name");
        schema.setMinItems(1L);
        schema.setMaxItems(100L);
      }
      // The contract of Cluster API: absent, or saying something.
      case "initialization", "controlPlaneEndpoint" -> schema.setMinProperties(1L);
      default -> {}
    }
  }

  private static void mapBy(JSONSchemaProps list, String key) {
    list.setXKubernetesListType("map");
    list.setXKubernetesListMapKeys(List.of(key));
  }

  /** metav1.Condition, with its limits. */
  private static void conditions(JSONSchemaProps list) {
    mapBy(list, "type");
    JSONSchemaProps item = list.getItems().getSchema();
    item.setRequired(List.of("lastTransitionTime", "message", "reason", "status", "type"));
    Map<String, JSONSchemaProps> fields = item.getProperties();
    bound(fields.get("type"), 1, 316);
    bound(fields.get("reason"), 1, 1024);
    fields.get("reason").setPattern("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$");
    bound(fields.get("message"), 0, 32768);
    fields
        .get("status")
        .setEnum(
            Stream.of("True", "False", "Unknown")
                .map(TextNode::new)
                .map(JsonNode.class::cast)
                .toList());
    fields.get("lastTransitionTime").setFormat("date-time");
    fields.get("observedGeneration").setMinimum(0.0);
    Descriptions.CONDITION.forEach((name, text) -> fields.get(name).setDescription(text));
  }

  private static void bound(JSONSchemaProps text, long least, long most) {
    if (least > 0) {
      text.setMinLength(least);
    }
    text.setMaxLength(most);
  }
}
