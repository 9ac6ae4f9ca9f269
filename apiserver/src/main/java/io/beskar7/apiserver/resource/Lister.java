package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Snapshot;
import io.beskar7.apiserver.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists objects; pages of one list all show one moment. */
public final class Lister {
  private static final int KEPT = 64;

  private final Store store;
  private final Map<Long, Snapshot> snapshots = new LinkedHashMap<>();

  /**
   * @param next token of the next page, empty after the last
   * @param remaining objects after this page, -1 when that is not known
   */
  public record Page(List<Entry> entries, long revision, String next, long remaining) {}

  public Lister(Store store) {
    this.store = store;
  }

  public @Nullable Entry get(Address at) {
    return store.snapshot().get(at.key());
  }

  /**
   * @param limit most objects of the page, 0 for all
   * @param token where the page begins, empty for the start
   */
  public Page list(Selection selection, int limit, String token, ListVersion version) {
    ContinueToken from =
        token.isEmpty() ? new ContinueToken(0, selection.prefix()) : ContinueToken.parse(token);
    if (!from.key().startsWith(selection.prefix())) {
      throw Refusals.badRequest("continue: the token belongs to another list");
    }
    Snapshot state = token.isEmpty() ? version.choose(store.snapshot(), this::kept) : past(from);
    List<Entry> found = new ArrayList<>();
    boolean complete =
        state
            .entries()
            .forEach(
                from.key(),
                Snapshot.end(selection.prefix()),
                entry -> add(found, entry, selection, limit));
    if (complete) {
      return new Page(found, state.revision(), "", 0);
    }
    Entry last = found.removeLast();
    keep(state);
    String next = new ContinueToken(state.revision(), last.key()).encode();
    return new Page(found, state.revision(), next, -1);
  }

  private static boolean add(List<Entry> found, Entry entry, Selection selection, int limit) {
    if (selection.matches(entry)) {
      found.add(entry);
    }
    return limit == 0 || found.size() <= limit;
  }

  private Snapshot past(ContinueToken token) {
    Snapshot state = kept(token.revision());
    if (state == null) {
      throw Refusals.expired(
          "The provided continue parameter is too old to display a consistent list result. You can"
              + " start a new list without the continue parameter.");
    }
    return state;
  }

  private synchronized @Nullable Snapshot kept(long revision) {
    Snapshot now = store.snapshot();
    return now.revision() == revision ? now : snapshots.get(revision);
  }

  private synchronized void keep(Snapshot state) {
    snapshots.put(state.revision(), state);
    if (snapshots.size() > KEPT) {
      snapshots.remove(snapshots.keySet().iterator().next());
    }
  }
}
