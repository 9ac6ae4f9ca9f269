package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.json.TreeReader;
import io.beskar7.apiserver.store.Encoding;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Store;
import io.beskar7.apiserver.store.Write;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes objects: by PUT and by patches, whole or through {@code /status}. */
public final class Updater {
  private static final List<String> KEPT =
      List.of(
          "uid",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "generation",
          "name",
          "namespace");

  private final Store store;
  private final Shape shape;

  public Updater(Store store) {
    this.store = store;
    this.shape = new Shape(BuiltIns.objectMeta());
  }

  /** Replaces the object at {@code at} by the body. */
  public Entry replace(Address at, TreeReader.Document body, WriteOptions options) {
    ObjectNode object = Bodies.object(body);
    Shape.checkAddress(object, at);
    if (!at.type().behaviour().overwrites()
        && Json.text(object, "metadata", "resourceVersion").isEmpty()) {
      FieldErrors errors = new FieldErrors();
      errors.invalid("metadata.resourceVersion", "0x0", "must be specified for an update");
      throw Refusals.invalid(at.target(), errors);
    }
    Sent sent = new Sent(at, false, body.duplicates());
    return change(sent, options, current -> object.deepCopy());
  }

  /**
   * Applies a patch to the object at {@code at}; the patch sees the object in the version of the
   * request.
   */
  public Entry patch(
      Address at, List<String> duplicates, WriteOptions options, UnaryOperator<ObjectNode> patch) {
    return change(
        new Sent(at, true, duplicates),
        options,
        current -> {
          ObjectNode patched = patch.apply(current);
          Shape.checkAddress(patched, at);
          return patched;
        });
  }

  /** Who loses to another write looks again: a change of a version it named is then refused. */
  private Entry change(Sent sent, WriteOptions options, UnaryOperator<ObjectNode> edit) {
    Address at = sent.at();
    while (true) {
      Entry old = store.snapshot().get(at.key());
      if (old == null) {
        throw Refusals.notFound(at.target());
      }
      ObjectNode before = old.tree();
      at.type().stamp(before, at.version());
      ObjectNode next = edit.apply(before.deepCopy());
      checkVersion(next, before, at);
      shape.conform(next, sent, options);
      checkIdentity(next, before, sent);
      next = complete(next, before, sent, options);
      Entry written = store(next, before, old, at, options);
      if (written != null) {
        return written;
      }
    }
  }

  /** Refuses a change of another version. */
  private static void checkVersion(ObjectNode next, ObjectNode before, Address at) {
    String wanted = Json.text(next, "metadata", "resourceVersion");
    boolean any = wanted.isEmpty() || wanted.equals("0");
    if (!any && !wanted.equals(Json.text(before, "metadata", "resourceVersion"))) {
      throw Refusals.conflict(at.target());
    }
  }

  /**
   * Refuses a whole object that is another one, and a change of what only the server sets. A change
   * through {@code /status} cannot reach it.
   */
  private static void checkIdentity(ObjectNode next, ObjectNode before, Sent sent) {
    String uid = Json.text(next, "metadata", "uid");
    String actual = Json.text(before, "metadata", "uid");
    if (!sent.patch() && !uid.isEmpty() && !uid.equals(actual)) {
      throw Refusals.conflict(
          sent.at().target(),
          "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + actual);
    }
    FieldErrors errors = new FieldErrors();
    MetaRules.unchanged(next.path("metadata"), before.path("metadata"), errors);
    if (!errors.isEmpty() && sent.at().subresource().isEmpty()) {
      throw Refusals.invalid(sent.at().target(), errors);
    }
  }

  private ObjectNode complete(ObjectNode body, ObjectNode before, Sent sent, WriteOptions options) {
    Address at = sent.at();
    Behaviour behaviour = at.type().behaviour();
    ObjectNode next = body;
    if (at.subresource().equals("status")) {
      next = before.deepCopy();
      copy("status", body, next);
    } else {
      keepMetadata(next, before);
      if (at.version().status()) {
        copy("status", before, next);
      }
      behaviour.prepare(next, before);
      if (behaviour.countsGenerations() && !desired(next, at).equals(desired(before, at))) {
        ObjectNode metadata = Json.child(next, "metadata");
        metadata.put("generation", metadata.path("generation").asLong() + 1);
      }
    }
    shape.validate(next, before, sent, options);
    return next;
  }

  private static void keepMetadata(ObjectNode next, ObjectNode before) {
    ObjectNode metadata = Json.child(next, "metadata");
    ObjectNode old = Json.child(before, "metadata");
    metadata.remove(List.of("selfLink", "managedFields"));
    KEPT.forEach(field -> copy(field, old, metadata));
    copy("resourceVersion", old, metadata);
  }

  private static void copy(String field, ObjectNode from, ObjectNode to) {
    JsonNode value = from.get(field);
    if (value == null) {
      to.remove(field);
    } else {
      to.set(field, value.deepCopy());
    }
  }

  private static ObjectNode desired(ObjectNode object, Address at) {
    ObjectNode desired = object.deepCopy();
    desired.remove("metadata");
    if (at.version().status()) {
      desired.remove("status");
    }
    return desired;
  }

  private @Nullable Entry store(
      ObjectNode next, ObjectNode before, Entry old, Address at, WriteOptions options) {
    boolean gone = Deletions.complete(next, at.type().behaviour());
    if (!gone && next.equals(before)) {
      return old;
    }
    at.type().stamp(next, at.type().storage());
    Encoding.Template encoded = Bodies.encode(next);
    if (options.dryRun()) {
      return encoded.at(at.key(), old.revision());
    }
    Write write =
        gone
            ? Write.delete(at.key(), old.revision(), encoded)
            : Write.put(at.key(), old.revision(), encoded);
    return switch (store.write(write)) {
      case Write.Outcome.Committed(Entry entry) -> entry;
      case Write.Outcome.Lost() -> null;
    };
  }
}
