package io.beskar7.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A cache that the test fills. */
final class MapCache<T extends HasMetadata> implements Cache<T> {
  private final Map<ResourceID, T> objects = new HashMap<>();

  void put(T object) {
    objects.put(ResourceID.fromResource(object), object);
  }

  @Override
  public Optional<T> get(ResourceID id) {
    return Optional.ofNullable(objects.get(id));
  }

  @Override
  public Stream<ResourceID> keys() {
    return objects.keySet().stream();
  }

  @Override
  public Stream<T> list(Predicate<T> predicate) {
    return objects.values().stream().filter(predicate);
  }
}
