package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for {@code metadata} that a schema cannot say. */
final class MetaRules {
  private static final int ANNOTATIONS = 256 << 10;

  private MetaRules() {}

  static void validate(
      ObjectNode object, @Nullable ObjectNode old, Behaviour behaviour, FieldErrors errors) {
    JsonNode metadata = object.path("metadata");
    if (old == null) {
      Names.subdomain(Json.text(metadata, "name"), "metadata.name", errors);
    } else {
      finalizersOnlyShrink(metadata, old.path("metadata"), errors);
    }
    for (var label : metadata.path("labels").properties()) {
      Names.qualified(label.getKey(), "metadata.labels", errors);
      Names.labelValue(label.getValue().asText(), "metadata.labels", errors);
    }
    annotations(metadata.path("annotations"), errors);
    finalizers(Json.texts(metadata.path("finalizers")), behaviour, errors);
    owners(metadata.path("ownerReferences"), errors);
  }

  private static void finalizers(List<String> finalizers, Behaviour behaviour, FieldErrors errors) {
    for (int i = 0; i < finalizers.size(); i++) {
      String name = finalizers.get(i);
      Names.qualified(name, "metadata.finalizers", errors);
      if (behaviour.qualifiesFinalizers() && Names.accidental(name)) {
        errors.invalid(
            "metadata.finalizers[" + i + "]",
            '"' + name + '"',
            "name is neither a standard finalizer name nor is it fully qualified");
      }
    }
  }

  /** Refuses other values of what only the server sets; values left out are not other values. */
  static void unchanged(JsonNode metadata, JsonNode old, FieldErrors errors) {
    for (String field : List.of("uid", "deletionTimestamp", "deletionGracePeriodSeconds")) {
      JsonNode value = metadata.path(field);
      boolean none = value.isMissingNode() || value.isNull() || value.asText().isEmpty();
      if (!none && !Times.same(value, old.path(field))) {
        errors.invalid("metadata." + field, value, "field is immutable");
      }
    }
  }

  private static void annotations(JsonNode annotations, FieldErrors errors) {
    long size = 0;
    for (var annotation : annotations.properties()) {
      Names.qualified(annotation.getKey(), "metadata.annotations", errors);
      size += annotation.getKey().length();
      size += annotation.getValue().asText().getBytes(StandardCharsets.UTF_8).length;
    }
    if (size > ANNOTATIONS) {
      errors.tooLong("metadata.annotations", ANNOTATIONS);
    }
  }

  private static void owners(JsonNode owners, FieldErrors errors) {
    int controllers = 0;
    for (int i = 0; i < owners.size(); i++) {
      for (String field : List.of("apiVersion", "kind", "name", "uid")) {
        if (Json.text(owners.get(i), field).isEmpty()) {
          errors.invalid(
              "metadata.ownerReferences[" + i + "]." + field, "\"\"", "must not be empty");
        }
      }
      controllers += owners.get(i).path("controller").asBoolean() ? 1 : 0;
    }
    if (controllers > 1) {
      errors.invalid(
          "metadata.ownerReferences", owners, "Only one reference can have Controller set to true");
    }
  }

  private static void finalizersOnlyShrink(JsonNode next, JsonNode old, FieldErrors errors) {
    List<String> added = new ArrayList<>(Json.texts(next.path("finalizers")));
    added.removeAll(Json.texts(old.path("finalizers")));
    if (old.has("deletionTimestamp") && !added.isEmpty()) {
      errors.forbidden(
          "metadata.finalizers",
          "no new finalizers can be added if the object is being deleted, found new finalizers "
              + added);
    }
  }
}
