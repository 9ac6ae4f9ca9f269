package io.beskar7.operator.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import java.util.function.Function;

/**
 * Which updates of an object wake a reconciler: those that change what it reads of the object, and
 * no others.
 *
 * <p>A decision is a function of what was read. While that stays the same another look would decide
 * the same, so leaving it out loses nothing; and since nothing polls, an update that changes what
 * is read must never be left out. Hence each filter compares exactly what one reconciler reads of
 * one kind (its facts), next to the code that reads it; what is read in addition has to be added
 * there. New and deleted objects always wake.
 */
public final class News {
  private News() {}

  /**
   * The filter.
   *
   * @param facts what is read of the object, with equals by value; must not change the object
   */
  public static <T extends HasMetadata> OnUpdateFilter<T> of(Function<T, ?> facts) {
    return (next, last) -> !facts.apply(next).equals(facts.apply(last));
  }
}
