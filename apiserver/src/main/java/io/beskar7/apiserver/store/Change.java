package io.beskar7.apiserver.store;

import org.jspecify.annotations.Nullable;

/**
 * One committed change.
 *
 * @param before the object before, null when it was created
 * @param after the object after; for a deletion its last state at the revision of the deletion
 */
public record Change(long revision, @Nullable Entry before, Entry after, boolean deleted) {
  public String key() {
    return after.key();
  }

  /** Bytes this change keeps alive. */
  long bytes() {
    return (long) after.json().length + (before == null ? 0 : before.json().length);
  }
}
