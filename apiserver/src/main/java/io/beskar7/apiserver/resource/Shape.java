package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.schema.Defaulter;
import io.beskar7.apiserver.schema.Pruner;
import io.beskar7.apiserver.schema.Schema;
import io.beskar7.apiserver.schema.Validator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings what clients send into the shape of its kind. */
final class Shape {
  private final Schema meta;

  Shape(Schema meta) {
    this.meta = meta;
  }

  /**
   * Refuses a body of another kind, name or namespace than the address; fills in what it leaves
   * out.
   */
  static void checkAddress(ObjectNode object, Address at) {
    String wanted = at.type().apiVersion(at.version());
    expect("the API version in the data", Json.text(object, "apiVersion"), wanted, "API version");
    expect("the kind in the data", Json.text(object, "kind"), at.type().kind(), "kind");
    at.type().stamp(object, at.version());
    ObjectNode metadata = Json.child(object, "metadata");
    String namespace = Json.text(metadata, "namespace");
    if (!at.type().namespaced()) {
      metadata.remove("namespace");
    } else if (namespace.isEmpty()) {
      metadata.put("namespace", at.namespace());
    } else if (!namespace.equals(at.namespace())) {
      throw Refusals.badRequest(
          "the namespace of the provided object does not match the namespace sent on the request");
    }
    String name = Json.text(metadata, "name");
    if (!at.name().isEmpty() && !name.isEmpty() && !name.equals(at.name())) {
      throw Refusals.badRequest(
          "the name of the object ("
              + name
              + ") does not match the name on the URL ("
              + at.name()
              + ")");
    }
  }

  private static void expect(String what, String actual, String wanted, String noun) {
    if (!actual.isEmpty() && !actual.equals(wanted)) {
      throw Refusals.badRequest(
          what + " (" + actual + ") does not match the expected " + noun + " (" + wanted + ")");
    }
  }

  /**
   * Prunes and fills in defaults, in place; unknown and repeated fields are refused or warned of.
   */
  void conform(ObjectNode object, Address at, List<String> duplicates, WriteOptions options) {
    List<String> complaints = new ArrayList<>();
    duplicates.forEach(path -> complaints.add("duplicate field \"" + path + "\""));
    for (String path : Pruner.prune(at.version().schema(), object)) {
      complaints.add("unknown field \"" + path + "\"");
    }
    for (String path : Pruner.prune(meta, Json.child(object, "metadata"))) {
      complaints.add("unknown field \"metadata." + path + "\"");
    }
    complain(complaints, at, options);
    dropEmpty(Json.child(object, "metadata"));
    Defaulter.apply(at.version().schema(), object);
  }

  /** An empty list or map in metadata means none, and is stored as none. */
  private static void dropEmpty(ObjectNode metadata) {
    metadata
        .properties()
        .removeIf(
            f ->
                f.getValue().isNull()
                    || (f.getValue().isContainerNode() && f.getValue().isEmpty()));
  }

  private static void complain(List<String> complaints, Address at, WriteOptions options) {
    if (complaints.isEmpty() || options.validation() == WriteOptions.FieldValidation.IGNORE) {
      return;
    }
    if (options.validation() == WriteOptions.FieldValidation.WARN) {
      complaints.forEach(options.warnings());
      return;
    }
    String kind = at.type().kind();
    throw Refusals.badRequest(
        kind
            + " in version \""
            + at.version().name()
            + "\" cannot be handled as a "
            + kind
            + ": strict decoding error: "
            + String.join(", ", complaints));
  }

  /** Refuses an object that breaks its kind's rules. */
  void validate(ObjectNode object, @Nullable ObjectNode old, Address at) {
    FieldErrors errors = new FieldErrors();
    Validator.validate(meta, object.path("metadata"), "metadata", errors);
    if (errors.isEmpty()) {
      MetaRules.validate(object, old, errors);
    }
    ObjectNode rest = object.deepCopy();
    JsonNode metadata = rest.remove("metadata");
    Validator.validate(at.version().schema(), rest.isEmpty() ? metadata : rest, "", errors);
    if (errors.isEmpty()) {
      at.type().behaviour().validate(object, old, errors);
    }
    if (!errors.isEmpty()) {
      throw Refusals.invalid(at.type().target(Json.text(object, "metadata", "name")), errors);
    }
  }
}
