package io.beskar7.apiserver.store;

import java.util.function.Predicate;

/**
 * A change to one object, valid only against the revision it was computed from.
 *
 * @param expected revision of the object it replaces, 0 when there must be none
 * @param guard what else must hold at the moment of the commit, for example that a namespace still
 *     takes objects
 */
public record Write(
    String key,
    long expected,
    Encoding.Template object,
    boolean delete,
    Predicate<Snapshot> guard) {

  public static Write put(String key, long expected, Encoding.Template object) {
    return new Write(key, expected, object, false, state -> true);
  }

  public static Write delete(String key, long expected, Encoding.Template last) {
    return new Write(key, expected, last, true, state -> true);
  }

  public Write onlyIf(Predicate<Snapshot> condition) {
    return new Write(key, expected, object, delete, condition);
  }

  /** What became of a write. */
  public sealed interface Outcome {
    /** Durable, and visible to every later read. */
    record Committed(Entry entry) implements Outcome {}

    /** Somebody else was first, or the guard no longer held: nothing was written. */
    record Lost() implements Outcome {}
  }
}
