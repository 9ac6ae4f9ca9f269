package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a built-in kind does beyond its schema. The defaults are those of {@link CustomBehaviour}.
 */
public interface Behaviour {
  /** Completes a new object ({@code old} null) or a changed one. */
  default void prepare(ObjectNode object, @Nullable ObjectNode old) {}

  default void validate(ObjectNode object, @Nullable ObjectNode old, FieldErrors errors) {}

  /** What a user should know about an object that is accepted. */
  default List<String> warnings(ObjectNode object, @Nullable ObjectNode old) {
    return List.of();
  }

  /** Marks an object whose deletion has begun. */
  default void beginDeletion(ObjectNode object) {}

  /**
   * Whether nothing holds an object back whose deletion has begun; finalizers are looked at
   * elsewhere.
   */
  default boolean mayVanish(ObjectNode object) {
    return true;
  }

  /** Whether PUT creates an object that does not exist. */
  default boolean createsOnUpdate() {
    return false;
  }

  /** Whether PUT without a resourceVersion overwrites whatever is there. */
  default boolean overwrites() {
    return false;
  }

  /** Whether {@code metadata.generation} counts changes of the desired state. */
  default boolean countsGenerations() {
    return true;
  }

  /** Whether finalizers have to name the domain they belong to. */
  default boolean qualifiesFinalizers() {
    return false;
  }

  /** Whether strategic merge patches are understood. */
  default boolean strategic() {
    return false;
  }
}
