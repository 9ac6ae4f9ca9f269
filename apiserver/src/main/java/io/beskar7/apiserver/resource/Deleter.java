package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.store.Encoding;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Store;
import io.beskar7.apiserver.store.Write;
import java.time.InstantSource;

/** Deletes objects, or begins to when somebody has to let go first. */
public final class Deleter {
  private final Store store;
  private final InstantSource clock;

  /**
   * @param gone false when finalizers or content hold the object back
   */
  public record Deleted(Entry entry, boolean gone) {}

  public Deleter(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public Deleted delete(Address at, DeleteOptions options) {
    while (true) {
      Entry old = store.snapshot().get(at.key());
      if (old == null) {
        throw Refusals.notFound(at.target());
      }
      check(old, at, options);
      ObjectNode next = old.tree();
      boolean changed = begin(next, at.type().behaviour(), options);
      boolean gone = Deletions.complete(next, at.type().behaviour());
      if (!gone && !changed) {
        return new Deleted(old, false);
      }
      Encoding.Template encoded = Encoding.encode(next);
      if (options.dryRun()) {
        return new Deleted(encoded.at(at.key(), old.revision()), gone);
      }
      Write write =
          gone
              ? Write.delete(at.key(), old.revision(), encoded)
              : Write.put(at.key(), old.revision(), encoded);
      if (store.write(write) instanceof Write.Outcome.Committed(Entry entry)) {
        return new Deleted(entry, gone);
      }
    }
  }

  private static void check(Entry old, Address at, DeleteOptions options) {
    String uid = old.facts().uid();
    if (!options.uid().isEmpty() && !options.uid().equals(uid)) {
      throw Refusals.conflict(
          at.target(),
          "Precondition failed: UID in precondition: "
              + options.uid()
              + ", UID in object meta: "
              + uid);
    }
    String version = Long.toString(old.revision());
    if (!options.resourceVersion().isEmpty() && !options.resourceVersion().equals(version)) {
      throw Refusals.conflict(
          at.target(),
          "Precondition failed: ResourceVersion in precondition: "
              + options.resourceVersion()
              + ", ResourceVersion in object meta: "
              + version);
    }
  }

  private boolean begin(ObjectNode object, Behaviour behaviour, DeleteOptions options) {
    ObjectNode metadata = Json.child(object, "metadata");
    boolean added =
        switch (options.propagation()) {
          case "Orphan" -> hold(metadata, Deletions.ORPHAN);
          case "Foreground" -> hold(metadata, Deletions.FOREGROUND);
          default -> false;
        };
    if (metadata.has("deletionTimestamp")) {
      return added;
    }
    metadata.put("deletionTimestamp", Times.seconds(clock.instant()));
    metadata.put("deletionGracePeriodSeconds", 0L);
    if (metadata.has("generation")) {
      metadata.put("generation", metadata.path("generation").asLong() + 1);
    }
    behaviour.beginDeletion(object);
    return true;
  }

  private static boolean hold(ObjectNode metadata, String finalizer) {
    ArrayNode finalizers = metadata.withArray("finalizers");
    if (Json.texts(finalizers).contains(finalizer)) {
      return false;
    }
    finalizers.add(finalizer);
    return true;
  }
}
