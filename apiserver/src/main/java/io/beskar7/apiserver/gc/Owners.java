package io.beskar7.apiserver.gc;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Registry;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Snapshot;
import java.util.Optional;

/** Finds the objects that owner references name. */
final class Owners {
  private final Registry registry;

  /** What became of an owner. */
  enum State {
    PRESENT,
    ABSENT,
    /** Being deleted in the foreground: it waits for its dependents to go first. */
    WAITING
  }

  Owners(Registry registry) {
    this.registry = registry;
  }

  /** Where the owner is stored if it exists; empty when nobody knows its kind. */
  Optional<String> key(JsonNode reference, String namespace) {
    String apiVersion = Json.text(reference, "apiVersion");
    String group = apiVersion.contains("/") ? apiVersion.replaceFirst("/.*", "") : "";
    Optional<ResourceType> type = registry.ofKind(group, Json.text(reference, "kind"));
    return type.map(t -> t.key(t.namespaced() ? namespace : "", Json.text(reference, "name")));
  }

  /** An owner of unknown kind counts as present: its definition may come back. */
  State state(JsonNode reference, String namespace, Snapshot now) {
    Optional<String> key = key(reference, namespace);
    if (key.isEmpty()) {
      return State.PRESENT;
    }
    Entry owner = now.get(key.get());
    if (owner == null || !owner.facts().uid().equals(Json.text(reference, "uid"))) {
      return State.ABSENT;
    }
    return owner.facts().deleting() && Finalizers.has(owner, Finalizers.FOREGROUND)
        ? State.WAITING
        : State.PRESENT;
  }
}
