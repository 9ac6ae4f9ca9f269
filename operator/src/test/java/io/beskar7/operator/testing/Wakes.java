package io.beskar7.operator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks a filter about one change of one object.
 *
 * @param one makes the object as it was; each call another one
 */
public record Wakes<T extends HasMetadata>(OnUpdateFilter<T> filter, Supplier<T> one) {

  /** The change wakes, and so does its undoing. */
  public void wakes(String what, Consumer<T> change) {
    assertThat(filter.accept(changed(change), one.get())).as("%s changes", what).isTrue();
    assertThat(filter.accept(one.get(), changed(change))).as("%s changes back", what).isTrue();
  }

  /** Nobody reads it. */
  public void letsSleep(String what, Consumer<T> change) {
    assertThat(filter.accept(changed(change), one.get())).as("%s changes", what).isFalse();
  }

  private T changed(Consumer<T> change) {
    T next = one.get();
    next.getMetadata().setResourceVersion("2");
    change.accept(next);
    return next;
  }
}
