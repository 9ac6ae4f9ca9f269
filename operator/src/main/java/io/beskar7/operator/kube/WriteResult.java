package io.beskar7.operator.kube;

/** What became of a write that carried the version it was based on. */
public sealed interface WriteResult<T> {
  /** Nothing was sent: the object says this already. */
  record Unchanged<T>(T object) implements WriteResult<T> {}

  /** The object as the API has it now. */
  record Written<T>(T object) implements WriteResult<T> {}

  /** Somebody wrote before us: look again, the news is on its way. */
  record Conflict<T>() implements WriteResult<T> {}

  /** The object no longer exists. */
  record Gone<T>() implements WriteResult<T> {}

  /** Whether the API now says what was to be written. */
  default boolean stands() {
    return switch (this) {
      case Unchanged<T> _, Written<T> _ -> true;
      case Conflict<T> _, Gone<T> _ -> false;
    };
  }
}
