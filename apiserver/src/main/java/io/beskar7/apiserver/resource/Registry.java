package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.store.Change;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Snapshot;
import io.beskar7.apiserver.store.Store;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The kinds that are served: the built-in ones, and those whose definition is stored. */
public final class Registry {
  public static final String DEFINITIONS =
      ResourceType.prefix("apiextensions.k8s.io", "customresourcedefinitions");

  private final List<ResourceType> builtIns;
  private volatile Kinds kinds = new Kinds(Map.of(), 0);

  /** All kinds at one moment, and a number no other moment has, not even in an earlier process. */
  private record Kinds(Map<String, ResourceType> types, long generation) {}

  public Registry(List<ResourceType> builtIns) {
    this.builtIns = List.copyOf(builtIns);
  }

  /** Reads the stored definitions and follows their changes from then on. */
  public void follow(Store store) {
    store.onChange(this::onChange);
    Map<String, ResourceType> all = new TreeMap<>();
    builtIns.forEach(type -> all.put(type.prefix(), type));
    Snapshot state = store.snapshot();
    state
        .entries()
        .forEach(
            DEFINITIONS,
            Snapshot.end(DEFINITIONS),
            entry -> {
              ResourceType type = read(entry);
              all.put(type.prefix(), type);
              return true;
            });
    kinds = new Kinds(Collections.unmodifiableMap(all), state.revision());
  }

  private void onChange(Change change) {
    if (change.key().startsWith(DEFINITIONS) && (change.deleted() || !sameSpec(change))) {
      ResourceType type = read(change.after());
      Map<String, ResourceType> next = new TreeMap<>(kinds.types());
      if (change.deleted()) {
        next.remove(type.prefix());
      } else {
        next.put(type.prefix(), type);
      }
      kinds = new Kinds(Collections.unmodifiableMap(next), change.revision());
    }
  }

  private static boolean sameSpec(Change change) {
    Entry before = change.before();
    return before != null && before.tree().path("spec").equals(change.after().tree().path("spec"));
  }

  private static ResourceType read(Entry entry) {
    return DefinitionReader.read(entry.tree(), CustomBehaviour.INSTANCE, true);
  }

  public Collection<ResourceType> all() {
    return kinds.types().values();
  }

  /** Changes whenever the served kinds change. */
  public long generation() {
    return kinds.generation();
  }

  /** Whether requests for a kind are still answered by that description of it. */
  @SuppressWarnings("ReferenceEquality") // each change of a kind makes a new description
  public boolean isCurrent(ResourceType type) {
    return kinds.types().get(type.prefix()) == type;
  }

  public Optional<ResourceType> find(String group, String plural) {
    return Optional.ofNullable(kinds.types().get(ResourceType.prefix(group, plural)));
  }

  public Optional<ResourceType> ofKind(String group, String kind) {
    return kinds.types().values().stream()
        .filter(type -> type.group().equals(group) && type.kind().equals(kind))
        .findFirst();
  }

  /** Where the definition of a custom kind is stored. */
  public static String definitionKey(ResourceType type) {
    return DEFINITIONS + "/" + type.plural() + "." + type.group();
  }

  /** Type of the object stored under {@code key}. */
  public Optional<ResourceType> ofKey(String key) {
    int slash = key.indexOf('/', key.indexOf('/') + 1);
    return Optional.ofNullable(kinds.types().get(key.substring(0, slash + 1)));
  }
}
