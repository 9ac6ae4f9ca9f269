package io.beskar7.apiserver.store;

import org.jspecify.annotations.Nullable;

/** All objects as they were at one revision; immutable. */
public record Snapshot(long revision, SortedTree<Entry> entries) {

  public @Nullable Entry get(String key) {
    return entries.get(key);
  }

  /** The first key behind all keys that begin with {@code prefix}. */
  public static String end(String prefix) {
    int last = prefix.length() - 1;
    return prefix.isEmpty()
        ? "\uffff"
        : prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
  }
}
