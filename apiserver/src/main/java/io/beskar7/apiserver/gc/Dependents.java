package io.beskar7.apiserver.gc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Context;
import io.beskar7.apiserver.resource.Releaser;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.store.Change;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Owner references: dependents go with their last owner, or are set free. */
final class Dependents {
  private final Context context;
  private final Owners owners;
  private final Deletion deletion;
  private final Releaser releaser;
  private final Map<String, Set<String>> byOwner = new HashMap<>();

  Dependents(Context context, Deletion deletion, Releaser releaser) {
    this.context = context;
    this.owners = new Owners(context.registry());
    this.deletion = deletion;
    this.releaser = releaser;
  }

  void note(Change change) {
    if (change.before() != null) {
      for (String uid : change.before().facts().ownerUids()) {
        byOwner.computeIfPresent(
            uid,
            (u, keys) -> {
              keys.remove(change.key());
              return keys.isEmpty() ? null : keys;
            });
      }
    }
    if (!change.deleted()) {
      note(change.after());
    }
  }

  void note(Entry entry) {
    for (String uid : entry.facts().ownerUids()) {
      byOwner.computeIfAbsent(uid, u -> new HashSet<>()).add(entry.key());
    }
  }

  Set<String> of(Entry owner) {
    return Set.copyOf(byOwner.getOrDefault(owner.facts().uid(), Set.of()));
  }

  /** Keys of the owners an object names. */
  Set<String> ownersOf(Entry entry) {
    Set<String> keys = new HashSet<>();
    for (JsonNode reference : references(entry.tree())) {
      owners.key(reference, deletion.namespace(entry)).ifPresent(keys::add);
    }
    return keys;
  }

  /**
   * Deletes an object whose owners have all gone; forgets those that have gone when others remain.
   */
  void check(Entry entry, ResourceType type) {
    Snapshot now = context.store().snapshot();
    String namespace = deletion.namespace(entry);
    Set<Owners.State> states = new HashSet<>();
    references(entry.tree()).forEach(r -> states.add(owners.state(r, namespace, now)));
    if (!states.contains(Owners.State.PRESENT)) {
      if (!entry.facts().deleting()) {
        boolean foreground = states.contains(Owners.State.WAITING) && !of(entry).isEmpty();
        deletion.delete(entry, foreground ? "Foreground" : "Background");
      }
    } else if (states.contains(Owners.State.ABSENT)) {
      forget(entry, type, r -> owners.state(r, namespace, now) == Owners.State.ABSENT);
    }
  }

  /**
   * Deletes what depends on a waiting owner; lets the owner go when nothing that blocks it is left.
   */
  void foreground(Entry owner, ResourceType type) {
    Snapshot now = context.store().snapshot();
    boolean blocked = false;
    for (String key : of(owner)) {
      Entry dependent = now.get(key);
      if (dependent != null) {
        context.registry().ofKey(key).ifPresent(t -> check(dependent, t));
        Entry left = context.store().snapshot().get(key);
        blocked |= left != null && blocks(left, owner);
      }
    }
    if (!blocked) {
      releaser.release(type, owner, Finalizers.FOREGROUND);
    }
  }

  private static boolean blocks(Entry dependent, Entry owner) {
    for (JsonNode reference : references(dependent.tree())) {
      if (Json.text(reference, "uid").equals(owner.facts().uid())) {
        return reference.path("blockOwnerDeletion").asBoolean();
      }
    }
    return false;
  }

  /** Sets dependents free before their owner goes. */
  void orphan(Entry owner, ResourceType type) {
    for (String key : of(owner)) {
      Entry dependent = context.store().snapshot().get(key);
      if (dependent != null) {
        context
            .registry()
            .ofKey(key)
            .ifPresent(
                t -> forget(dependent, t, r -> Json.text(r, "uid").equals(owner.facts().uid())));
      }
    }
    releaser.release(type, owner, Finalizers.ORPHAN);
  }

  private void forget(Entry dependent, ResourceType type, Predicate<JsonNode> which) {
    releaser.edit(
        type,
        dependent.key(),
        dependent.facts().uid(),
        object -> {
          ArrayNode left = Json.array();
          references(object)
              .forEach(
                  r -> {
                    if (!which.test(r)) {
                      left.add(r);
                    }
                  });
          ObjectNode metadata = Json.child(object, "metadata");
          metadata.set("ownerReferences", left);
          if (left.isEmpty()) {
            metadata.remove("ownerReferences");
          }
        });
  }

  private static JsonNode references(ObjectNode object) {
    return object.path("metadata").path("ownerReferences");
  }
}
