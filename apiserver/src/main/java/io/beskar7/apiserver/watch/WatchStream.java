package io.beskar7.apiserver.watch;

import io.beskar7.apiserver.error.ApiException;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Registry;
import io.beskar7.apiserver.store.Change;
import io.beskar7.apiserver.store.ChangeRing;
import io.beskar7.apiserver.store.Encoding;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Snapshot;
import io.beskar7.apiserver.store.Store;
import io.beskar7.apiserver.view.View;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends changes to one client for as long as it may last, and no longer than its kind stays as it
 * was: who watches a kind whose definition changes has to come again. Blocks its thread, which
 * should be a virtual one.
 */
public final class WatchStream {
  private static final long BOOKMARK_EVERY = TimeUnit.SECONDS.toNanos(50);

  private final Store store;
  private final Registry registry;
  private final WatchRequest request;
  private final View view;
  private final OutputStream out;
  private long cursor;

  public WatchStream(
      Store store, Registry registry, WatchRequest request, View view, OutputStream out) {
    this.store = store;
    this.registry = registry;
    this.request = request;
    this.view = view;
    this.out = out;
  }

  public void run() throws IOException, InterruptedException {
    Snapshot start = store.snapshot();
    if (request.from() > start.revision()) {
      error(fromTheFuture(start.revision()));
      return;
    }
    cursor = request.from();
    if (request.initialEvents() || request.from() == 0) {
      initial(start);
    }
    out.flush();
    follow();
  }

  /**
   * The real API lets such a watch wait, in silence, for a version that may never come: state put
   * back from a backup has none of it. Here it is told to list again.
   */
  private ApiException fromTheFuture(long current) {
    return request.initialEvents()
        ? Refusals.revisionTooLarge(request.from(), current)
        : Refusals.expired(
            "too large resource version: " + request.from() + ", current: " + current);
  }

  private void initial(Snapshot start) throws IOException {
    List<Entry> entries = new ArrayList<>();
    String prefix = request.selection().prefix();
    start.entries().forEach(prefix, Snapshot.end(prefix), entries::add);
    for (Entry entry : entries) {
      if (request.selection().matches(entry)) {
        event("ADDED", entry);
      }
    }
    cursor = start.revision();
    if (request.initialEvents() && request.bookmarks()) {
      bookmark(true);
    }
  }

  /**
   * The last bookmark comes at the end: who watched a quiet kind can go on from there, however much
   * happened to others meanwhile.
   */
  private void follow() throws IOException, InterruptedException {
    long now = System.nanoTime();
    long end = now + TimeUnit.SECONDS.toNanos(request.seconds());
    long nextBookmark = now + BOOKMARK_EVERY;
    boolean on = true;
    while (on && end - now > 0) {
      on = step(Math.min(end, nextBookmark) - now);
      now = System.nanoTime();
      if (on && request.bookmarks() && (nextBookmark - now <= 0 || end - now <= 0)) {
        nextBookmark = now + BOOKMARK_EVERY;
        bookmark(false);
        out.flush();
      }
    }
  }

  /**
   * Sends what comes within {@code nanos}.
   *
   * @return whether the stream goes on
   */
  private boolean step(long nanos) throws IOException, InterruptedException {
    boolean last = !registry.isCurrent(request.selection().at().type());
    return switch (store.changes().after(cursor, last ? 0 : nanos)) {
      case ChangeRing.Read.Closed() -> false;
      case ChangeRing.Read.TooOld(long oldest) -> {
        error(Refusals.expired("too old resource version: " + cursor + " (" + oldest + ")"));
        yield false;
      }
      case ChangeRing.Read.Changes(List<Change> changes, long upTo) -> {
        send(changes);
        cursor = upTo;
        yield !last || !changes.isEmpty();
      }
    };
  }

  private void send(List<Change> changes) throws IOException {
    boolean sent = false;
    for (Change change : changes) {
      if (request.selection().covers(change.key())) {
        sent |= send(change);
      }
    }
    if (sent) {
      out.flush();
    }
  }

  /** An object that begins to fit the selectors is ADDED, one that ends to fit them is DELETED. */
  private boolean send(Change change) throws IOException {
    Entry before = change.before();
    boolean was = fits(before);
    boolean is = !change.deleted() && fits(change.after());
    if (is) {
      event(was ? "MODIFIED" : "ADDED", change.after());
    } else if (was && change.deleted()) {
      event("DELETED", change.after());
    } else if (was && before != null) {
      event("DELETED", Encoding.encode(before.tree()).at(before.key(), change.revision()));
    }
    return is || was;
  }

  private boolean fits(@Nullable Entry entry) {
    return entry != null && request.selection().matches(entry);
  }

  private void event(String type, Entry entry) throws IOException {
    open(type);
    view.change(entry, out);
    close();
  }

  private void bookmark(boolean initialEventsEnd) throws IOException {
    open("BOOKMARK");
    view.bookmark(cursor, initialEventsEnd, out);
    close();
  }

  private void error(ApiException refusal) throws IOException {
    open("ERROR");
    out.write(Json.bytes(refusal.status()));
    close();
    out.flush();
  }

  private void open(String type) throws IOException {
    out.write(("{\"type\":\"" + type + "\",\"object\":").getBytes(StandardCharsets.US_ASCII));
  }

  private void close() throws IOException {
    out.write("}\n".getBytes(StandardCharsets.US_ASCII));
  }
}
