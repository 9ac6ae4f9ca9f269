package io.beskar7.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a reconciler's last look left each of its objects, so that its own writes neither wake it nor
 * are missed by its next look.
 *
 * <p>News is what differs from how the last look left the object. That is told before the write is
 * sent, because the news of a write may arrive before its answer. While a look is under way all is
 * news but the versions that it has read or written itself; a look that ends early leaves nothing,
 * and the next change is news again. To lose all of this costs looks, never news.
 *
 * @param <T> the kind
 */
public final class LastLook<T extends HasMetadata> {
  /**
   * The present or last look at one object.
   *
   * @param known versions, each but the first written by us on top of the one before
   * @param written the object in the last of them; null when there is only one
   * @param facts how the look leaves the object; null while that is open
   */
  private record Look<T extends HasMetadata>(
      Set<String> known, @Nullable T written, @Nullable Object facts) {

    /** What we have written on top of that version, null when nothing. */
    @Nullable T ahead(String cached) {
      boolean behind =
          written != null && known.contains(cached) && !cached.equals(version(written));
      return behind ? written : null;
    }
  }

  private final ConcurrentMap<ResourceID, Look<T>> looks = new ConcurrentHashMap<>();
  private final Function<T, ?> facts;

  /**
   * @param facts what the reconciler reads of the object, see {@link News}
   */
  public LastLook(Function<T, ?> facts) {
    this.facts = facts;
  }

  /**
   * A look begins.
   *
   * @param given what the framework has handed over, which may be older than the cache by now
   * @return the object to look at: as the cache has it, or as we have written it while the cache
   *     has not come as far
   */
  public T begins(T given, Cache<T> cache) {
    ResourceID id = ResourceID.fromResource(given);
    Look<T> last = looks.remove(id); // before the cache is read: from here on all is news
    T cached = cache.get(id).orElse(given);
    T written = last == null ? null : last.ahead(version(cached));
    if (last == null || written == null) {
      looks.put(id, new Look<>(Set.of(version(cached)), null, null));
      return cached;
    }
    looks.put(id, new Look<>(last.known, written, null));
    return written;
  }

  /**
   * All there is to know of the object has been taken in.
   *
   * @param object as the look leaves it, or will by the write that is sent next
   */
  public void leaves(T object) {
    Object left = facts.apply(object);
    looks.computeIfPresent(
        ResourceID.fromResource(object), (id, look) -> new Look<>(look.known, look.written, left));
  }

  /** The look has written the object, at the version it had read or written before. */
  public void wrote(T object) {
    looks.computeIfPresent(
        ResourceID.fromResource(object),
        (id, look) -> {
          Set<String> known = new HashSet<>(look.known);
          known.add(version(object));
          return new Look<>(known, object, look.facts);
        });
  }

  /** The object is gone. */
  public void forget(ResourceID object) {
    looks.remove(object);
  }

  /** Whether the object is other than we have read, written or left it. */
  public boolean isNews(T object) {
    Look<T> look = looks.get(ResourceID.fromResource(object));
    return look == null
        || !(look.known.contains(version(object)) || facts.apply(object).equals(look.facts));
  }

  private static String version(HasMetadata object) {
    return object.getMetadata().getResourceVersion();
  }
}
