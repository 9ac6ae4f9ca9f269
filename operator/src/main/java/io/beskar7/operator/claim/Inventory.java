package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.domain.claim.ObjectName;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hosts as they were last seen: by the cache, or by a later live read or write of this process. A
 * cache that lags behind our own writes would nominate the same host again and again.
 */
final class Inventory {
  /**
   * What a live read has shown.
   *
   * @param host null when it was gone
   * @param cachedVersion what the cache held at that moment
   */
  private record Sighting(@Nullable PhysicalHost host, String cachedVersion) {}

  private final Function<String, List<PhysicalHost>> cachedIn;
  private final Function<ObjectName, @Nullable PhysicalHost> cached;
  private final Map<ObjectName, Sighting> later = new ConcurrentHashMap<>();

  /**
   * @param cachedIn the hosts of a namespace in the cache
   * @param cached one host in the cache
   */
  Inventory(
      Function<String, List<PhysicalHost>> cachedIn,
      Function<ObjectName, @Nullable PhysicalHost> cached) {
    this.cachedIn = cachedIn;
    this.cached = cached;
  }

  /** A live read or an acknowledged write has shown this; null when the host was gone. */
  void saw(ObjectName name, @Nullable PhysicalHost host) {
    PhysicalHost known = cached.apply(name);
    if (known == null) {
      return; // what the cache does not know is not nominated anyway
    }
    Sighting sighting = new Sighting(host, version(known));
    if (isLater(sighting, known)) {
      later.put(name, sighting);
    }
  }

  /** The hosts of a namespace. */
  List<PhysicalHost> in(String namespace) {
    return cachedIn.apply(namespace).stream()
        .map(this::newest)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private @Nullable PhysicalHost newest(PhysicalHost known) {
    ObjectName name =
        new ObjectName(known.getMetadata().getNamespace(), known.getMetadata().getName());
    Sighting sighting = later.get(name);
    if (sighting == null) {
      return known;
    }
    if (isLater(sighting, known)) {
      return sighting.host();
    }
    later.remove(name, sighting);
    return known;
  }

  /** The epoch only rises; a new incarnation is known by the cache having stood still. */
  private static boolean isLater(Sighting sighting, PhysicalHost known) {
    PhysicalHost seen = sighting.host();
    if (seen != null && seen.getMetadata().getUid().equals(known.getMetadata().getUid())) {
      return HostViews.epoch(seen.getSpec()) > HostViews.epoch(known.getSpec());
    }
    return version(known).equals(sighting.cachedVersion());
  }

  /** The cache has lost the host. */
  void forget(ObjectName name) {
    later.remove(name);
  }

  private static String version(HasMetadata object) {
    return object.getMetadata().getResourceVersion();
  }
}
