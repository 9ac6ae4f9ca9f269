package io.beskar7.apiserver.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies writes one after the other to a working copy; the result is what one transaction stores.
 */
final class Batch {
  private SortedTree<Entry> entries;
  private long revision;
  private final List<Change> changes = new ArrayList<>();

  Batch(Snapshot start) {
    this.entries = start.entries();
    this.revision = start.revision();
  }

  Write.Outcome apply(Write write) {
    Entry current = entries.get(write.key());
    long actual = current == null ? 0 : current.revision();
    if (actual != write.expected() || !write.guard().test(result())) {
      return new Write.Outcome.Lost();
    }
    Entry next = write.object().at(write.key(), revision + 1);
    record(current, next, write.delete());
    return new Write.Outcome.Committed(next);
  }

  /** Takes over a change that is in the log already. */
  void replay(Log.Row row) {
    Entry current = entries.get(row.key());
    if (!row.delete()) {
      record(current, Entry.read(row.key(), row.revision(), row.json()), false);
    } else if (current != null) {
      record(current, Encoding.encode(current.tree()).at(row.key(), row.revision()), true);
    } else {
      revision = row.revision();
    }
  }

  private void record(@Nullable Entry before, Entry after, boolean deleted) {
    revision = after.revision();
    entries = deleted ? entries.without(after.key()) : entries.with(after.key(), after);
    changes.add(new Change(revision, before, after, deleted));
  }

  Snapshot result() {
    return new Snapshot(revision, entries);
  }

  List<Change> changes() {
    return changes;
  }

  long bytes() {
    return changes.stream().mapToLong(c -> c.after().json().length).sum();
  }

  List<Log.Row> rows() {
    return changes.stream()
        .map(
            c ->
                new Log.Row(
                    c.revision(),
                    c.key(),
                    c.deleted(),
                    c.deleted() ? new byte[0] : c.after().json()))
        .toList();
  }
}
