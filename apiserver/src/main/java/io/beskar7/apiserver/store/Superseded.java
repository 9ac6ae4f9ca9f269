package io.beskar7.apiserver.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of the log that no longer count, oldest first. A deletion's own row goes only after the rows
 * it ended, so a removed object cannot come back; the row of the newest revision never goes, so
 * revisions never repeat.
 */
final class Superseded {
  private static final int EXTRA = 4;

  private final Deque<Long> rows = new ArrayDeque<>();
  private final Map<String, Long> current = new HashMap<>();

  void noteRow(String key, long revision, boolean delete) {
    Long before = delete ? current.remove(key) : current.put(key, revision);
    if (before != null) {
      rows.addLast(before);
    }
    if (delete) {
      rows.addLast(revision);
    }
  }

  /**
   * Rows to delete along with {@code written} new ones: a few more, so that the backlog shrinks.
   */
  List<Long> take(int written) {
    List<Long> taken = new ArrayList<>();
    while (taken.size() < 2 * written + EXTRA && !rows.isEmpty()) {
      taken.add(rows.removeFirst());
    }
    return taken;
  }

  void putBack(List<Long> taken) {
    taken.reversed().forEach(rows::addFirst);
  }
}
