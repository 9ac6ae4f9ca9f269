package io.beskar7.apiserver.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.BuiltIns;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.resource.Version;
import java.util.List;

/**
 * One OpenAPI v3 document in the making: schemas of its kinds, and the paths by which tools find
 * them.
 */
final class Document {
  private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
  private static final String LIST_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta";
  private static final List<String> WRITE = List.of("dryRun", "fieldManager", "fieldValidation");

  private final ObjectNode root = Json.object();
  private final ObjectNode paths;
  private final ObjectNode schemas;

  Document() {
    root.put("openapi", "3.0.0");
    root.putObject("info").put("title", "Kubernetes").put("version", "v1.32.0+beskar7");
    paths = root.putObject("paths");
    schemas = root.putObject("components").putObject("schemas");
    schemas.set(META, BuiltIns.objectMeta().raw().deepCopy());
    ObjectNode list = schemas.putObject(LIST_META).put("type", "object");
    list.put("description", "Metadata of a list.");
    for (String field : List.of("continue", "resourceVersion", "selfLink")) {
      Json.child(list, "properties").putObject(field).put("type", "string");
    }
    Json.child(list, "properties")
        .putObject("remainingItemCount")
        .put("type", "integer")
        .put("format", "int64");
  }

  ObjectNode finish() {
    return root;
  }

  void add(ResourceType type, Version version) {
    schemas.set(name(type, version, type.kind()), schema(type, version));
    schemas.set(name(type, version, type.names().listKind()), listSchema(type, version));
    String base = (type.group().isEmpty() ? "/api/" : "/apis/") + type.apiVersion(version);
    String collection =
        base + (type.namespaced() ? "/namespaces/{namespace}/" : "/") + type.plural();
    if (type.namespaced()) {
      operation(base + "/" + type.plural(), "get", "list", type, version);
    }
    operation(collection, "get", "list", type, version);
    operation(collection, "post", "post", type, version);
    operation(collection, "delete", "deletecollection", type, version);
    for (String part : version.status() ? List.of("", "/status") : List.of("")) {
      String item = collection + "/{name}" + part;
      operation(item, "get", "get", type, version);
      operation(item, "put", "put", type, version);
      operation(item, "patch", "patch", type, version);
      if (part.isEmpty()) {
        operation(item, "delete", "delete", type, version);
      }
    }
  }

  private static String name(ResourceType type, Version version, String kind) {
    String group = type.group().isEmpty() ? "core" : type.group();
    return group + "." + version.name() + "." + kind;
  }

  private static ObjectNode schema(ResourceType type, Version version) {
    ObjectNode schema = version.schema().raw().deepCopy();
    schema.put("type", "object");
    ObjectNode properties = Json.child(schema, "properties");
    text(properties, "apiVersion", "Group and version of this object.");
    text(properties, "kind", "Kind of this object.");
    ObjectNode metadata = properties.putObject("metadata");
    metadata.put("description", "Standard metadata of an object.");
    metadata.putArray("allOf").addObject().put("$ref", "#/components/schemas/" + META);
    schema.set(
        "x-kubernetes-group-version-kind", Json.array().add(kind(type, version, type.kind())));
    return schema;
  }

  private static ObjectNode listSchema(ResourceType type, Version version) {
    ObjectNode schema = Json.object().put("type", "object").put("description", "A list.");
    schema.putArray("required").add("items");
    ObjectNode properties = schema.putObject("properties");
    text(properties, "apiVersion", "Group and version of this list.");
    text(properties, "kind", "Kind of this list.");
    properties.putObject("metadata").put("$ref", "#/components/schemas/" + LIST_META);
    ObjectNode items = properties.putObject("items").put("type", "array");
    items
        .putObject("items")
        .put("$ref", "#/components/schemas/" + name(type, version, type.kind()));
    schema.set(
        "x-kubernetes-group-version-kind",
        Json.array().add(kind(type, version, type.names().listKind())));
    return schema;
  }

  private static void text(ObjectNode properties, String name, String description) {
    properties.putObject(name).put("type", "string").put("description", description);
  }

  private static ObjectNode kind(ResourceType type, Version version, String kind) {
    return Json.object()
        .put("group", type.group())
        .put("version", version.name())
        .put("kind", kind);
  }

  private void operation(
      String path, String method, String action, ResourceType type, Version version) {
    ObjectNode operation = Json.child(paths, path).putObject(method);
    operation.put("operationId", action + path.replaceAll("[^A-Za-z0-9]", "_"));
    operation.put("x-kubernetes-action", action);
    operation.set("x-kubernetes-group-version-kind", kind(type, version, type.kind()));
    ArrayNode parameters = operation.putArray("parameters");
    if (List.of("post", "put", "patch", "delete").contains(method)) {
      for (String name : WRITE) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", "query");
        parameter.putObject("schema").put("type", "string");
      }
    }
    String ref = "#/components/schemas/" + name(type, version, type.kind());
    operation
        .putObject("responses")
        .putObject("200")
        .put("description", "OK")
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", ref);
  }
}
