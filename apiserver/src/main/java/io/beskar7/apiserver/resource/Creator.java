package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.json.TreeReader;
import io.beskar7.apiserver.store.Encoding;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Snapshot;
import io.beskar7.apiserver.store.Store;
import io.beskar7.apiserver.store.Write;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Creates objects. */
public final class Creator {
  private static final List<String> SERVER_FIELDS =
      List.of(
          "resourceVersion",
          "selfLink",
          "managedFields",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "generation");

  private final Store store;
  private final Shape shape;
  private final InstantSource clock;

  public Creator(Store store, InstantSource clock) {
    this.store = store;
    this.shape = new Shape(BuiltIns.objectMeta());
    this.clock = clock;
  }

  public Entry create(Address at, TreeReader.Document body, WriteOptions options) {
    ObjectNode object = Bodies.object(body);
    Shape.checkAddress(object, at);
    if (!Json.text(object, "metadata", "resourceVersion").isEmpty()) {
      throw Refusals.badRequest("resourceVersion should not be set on objects to be created");
    }
    shape.conform(object, new Sent(at, false, body.duplicates()), options);
    while (true) {
      ObjectNode candidate = object.deepCopy();
      boolean generated = name(candidate, at);
      Address named = at.named(Json.text(candidate, "metadata", "name"));
      Namespaces.check(store.snapshot(), named);
      complete(candidate, named, options);
      Entry created = store(candidate, named, options);
      if (created != null) {
        return created;
      }
      Entry present = store.snapshot().get(named.key());
      if (!generated && present != null) {
        throw Refusals.alreadyExists(named.target(), present.facts().deleting());
      }
    }
  }

  private static boolean name(ObjectNode object, Address at) {
    ObjectNode metadata = Json.child(object, "metadata");
    String name = at.name().isEmpty() ? Json.text(metadata, "name") : at.name();
    String base = Json.text(metadata, "generateName");
    if (name.isEmpty() && base.isEmpty()) {
      FieldErrors errors = new FieldErrors();
      errors.required("metadata.name", "name or generateName is required");
      throw Refusals.invalid(at.target(), errors);
    }
    metadata.put("name", name.isEmpty() ? Names.generate(base) : name);
    return name.isEmpty();
  }

  private void complete(ObjectNode object, Address at, WriteOptions options) {
    ObjectNode metadata = Json.child(object, "metadata");
    metadata.remove(SERVER_FIELDS);
    metadata.put("uid", UUID.randomUUID().toString());
    metadata.put("creationTimestamp", Times.seconds(clock.instant()));
    if (at.version().status()) {
      object.remove("status");
    }
    Behaviour behaviour = at.type().behaviour();
    if (behaviour.countsGenerations()) {
      metadata.put("generation", 1L);
    }
    behaviour.prepare(object, null);
    shape.validate(object, null, new Sent(at, false, List.of()), options);
    at.type().stamp(object, at.type().storage());
  }

  private @org.jspecify.annotations.Nullable Entry store(
      ObjectNode object, Address at, WriteOptions options) {
    Encoding.Template encoded = Bodies.encode(object);
    Snapshot state = store.snapshot();
    if (options.dryRun()) {
      return state.get(at.key()) == null ? encoded.at(at.key(), state.revision()) : null;
    }
    Write write = Write.put(at.key(), 0, encoded).onlyIf(current -> Namespaces.open(current, at));
    return switch (store.write(write)) {
      case Write.Outcome.Committed(Entry entry) -> entry;
      case Write.Outcome.Lost() -> null;
    };
  }
}
