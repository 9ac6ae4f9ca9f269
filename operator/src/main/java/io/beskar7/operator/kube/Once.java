package io.beskar7.operator.kube;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A value that is set once, before it is first read. Reconcilers are made before the framework
 * gives them their caches; nothing else of theirs ever changes.
 */
public final class Once<T> {
  private final AtomicReference<@Nullable T> value = new AtomicReference<>();

  /**
   * @throws IllegalStateException when it has been set before
   */
  public T set(T first) {
    if (!value.compareAndSet(null, first)) {
      throw new IllegalStateException("already set");
    }
    return first;
  }

  /**
   * @throws IllegalStateException when it has not been set yet
   */
  public T get() {
    T present = value.get();
    if (present == null) {
      throw new IllegalStateException("not set yet");
    }
    return present;
  }
}
