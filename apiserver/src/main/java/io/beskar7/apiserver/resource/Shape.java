package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.schema.Defaulter;
import io.beskar7.apiserver.schema.Nulls;
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
    checkKind(object, at);
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

  /** A custom resource has to say what it is; a built-in one is what its address says. */
  private static void checkKind(ObjectNode object, Address at) {
    String wanted = at.type().apiVersion(at.version());
    String version = Json.text(object, "apiVersion");
    String kind = Json.text(object, "kind");
    if (!at.type().custom()) {
      expect("the API version in the data", version, wanted, "API version");
      expect("the kind in the data", kind, at.type().kind(), "kind");
      return;
    }
    if (kind.isEmpty()) {
      throw Refusals.badRequest(
          "the object provided is unrecognized (must be of type %s): Object 'Kind' is missing"
              .formatted(at.type().kind()));
    }
    if (!version.equals(wanted)) {
      throw Refusals.badRequest(
          "the API version in the data (%s) does not match the expected API version (%s)"
              .formatted(version, wanted));
    }
    if (!kind.equals(at.type().kind())) {
      FieldErrors errors = new FieldErrors();
      errors.invalid("kind", '"' + kind + '"', "must be " + at.type().kind());
      String name = Json.text(object, "metadata", "name");
      throw Refusals.invalid(
          new Refusals.Target(at.type().group(), at.type().plural(), kind, name), errors);
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
  void conform(ObjectNode object, Sent sent, WriteOptions options) {
    Schema schema = sent.at().version().schema();
    ObjectNode metadata = Json.child(object, "metadata");
    List<String> complaints = new ArrayList<>();
    sent.duplicates().forEach(path -> complaints.add("duplicate field \"" + path + "\""));
    for (String path : Pruner.prune(schema, object)) {
      complaints.add("unknown field \"" + path + "\"");
    }
    for (String path : Pruner.prune(meta, metadata)) {
      complaints.add("unknown field \"metadata." + path + "\"");
    }
    complain(complaints, sent, options);
    Nulls.drop(meta, metadata, Nulls.InMaps.ARE_EMPTY);
    Nulls.drop(
        schema,
        object,
        sent.at().type().custom() ? Nulls.InMaps.ARE_ABSENT : Nulls.InMaps.ARE_EMPTY);
    dropEmpty(metadata);
    FieldErrors errors = new FieldErrors();
    Validator.validate(meta, metadata, "metadata", errors);
    refuseWrongTypes(errors, sent);
    Defaulter.apply(schema, object);
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

  private static void complain(List<String> complaints, Sent sent, WriteOptions options) {
    if (complaints.isEmpty() || options.validation() == WriteOptions.FieldValidation.IGNORE) {
      return;
    }
    if (options.validation() == WriteOptions.FieldValidation.WARN) {
      complaints.forEach(options.warnings());
      return;
    }
    throw sent.undecodable("strict decoding error: " + String.join(", ", complaints));
  }

  /** What has a type of its own, and not just a schema, cannot even be decoded. */
  private static void refuseWrongTypes(FieldErrors errors, Sent sent) {
    if (errors.wrongTypes()) {
      throw sent.undecodable(errors.summary());
    }
  }

  /** Refuses an object that breaks its kind's rules. */
  void validate(ObjectNode object, @Nullable ObjectNode old, Sent sent, WriteOptions options) {
    ResourceType type = sent.at().type();
    FieldErrors errors = new FieldErrors();
    MetaRules.validate(object, old, type.behaviour(), errors);
    ObjectNode rest = object.deepCopy();
    JsonNode metadata = rest.remove("metadata");
    Schema schema = sent.at().version().schema();
    Validator.validate(schema, rest.isEmpty() ? metadata : rest, "", errors);
    if (!type.custom()) {
      refuseWrongTypes(errors, sent);
    }
    if (errors.isEmpty()) {
      type.behaviour().validate(object, old, errors);
    }
    if (!errors.isEmpty()) {
      throw Refusals.invalid(type.target(Json.text(object, "metadata", "name")), errors);
    }
    type.behaviour().warnings(object, old).forEach(options.warnings());
  }
}
