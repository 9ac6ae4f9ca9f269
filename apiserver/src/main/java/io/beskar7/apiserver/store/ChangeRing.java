package io.beskar7.apiserver.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The recent changes, shared by all watchers: each keeps a cursor, none has a queue. Bounded by
 * number and by bytes; who falls behind the oldest change has to list again.
 */
public final class ChangeRing {
  private static final int READ = 256;

  private final int maxChanges;
  private final long maxBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Deque<Change> changes = new ArrayDeque<>();
  private long bytes;
  private long forgotten;
  private long latest;
  private boolean closed;

  /** What a reader with a cursor gets. */
  public sealed interface Read {
    /** Changes after the cursor, and the revision up to which there is nothing else. */
    record Changes(List<Change> changes, long upTo) implements Read {}

    /** The cursor lies before the oldest change that is kept. */
    record TooOld(long oldest) implements Read {}

    /** The server is closing. */
    record Closed() implements Read {}
  }

  ChangeRing(int maxChanges, long maxBytes, long revision) {
    this.maxChanges = maxChanges;
    this.maxBytes = maxBytes;
    this.forgotten = revision;
    this.latest = revision;
  }

  void publish(List<Change> batch, long revision) {
    lock.lock();
    try {
      for (Change change : batch) {
        changes.addLast(change);
        bytes += change.bytes();
      }
      while (changes.size() > maxChanges || bytes > maxBytes) {
        Change oldest = changes.removeFirst();
        bytes -= oldest.bytes();
        forgotten = oldest.revision();
      }
      latest = revision;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public void close() {
    lock.lock();
    try {
      closed = true;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits at most {@code nanos} for changes after {@code cursor}; none within that time is an empty
   * list.
   */
  public Read after(long cursor, long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (!closed && latest <= cursor && left > 0) {
        left = grown.awaitNanos(left);
      }
      if (closed) {
        return new Read.Closed();
      }
      return cursor < forgotten ? new Read.TooOld(forgotten) : read(cursor);
    } finally {
      lock.unlock();
    }
  }

  private Read read(long cursor) {
    List<Change> found = new ArrayList<>();
    var backwards = changes.descendingIterator();
    while (backwards.hasNext()) {
      Change change = backwards.next();
      if (change.revision() <= cursor) {
        break;
      }
      found.add(change);
    }
    Collections.reverse(found);
    if (found.size() <= READ) {
      return new Read.Changes(found, Math.max(latest, cursor));
    }
    List<Change> first = List.copyOf(found.subList(0, READ));
    return new Read.Changes(first, first.getLast().revision());
  }
}
