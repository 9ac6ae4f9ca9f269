package io.beskar7.apiserver.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: it takes what waits, commits it together, then shows it to everybody.
 */
final class Writer implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int MAX_BATCH = 256;

  private record Waiting(Write write, CompletableFuture<Write.Outcome> done) {}

  private final Path file;
  private final Store.Settings settings;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final Superseded superseded = new Superseded();
  private final Checkpointer checkpointer;
  private final ChangeRing ring;
  private final Thread thread;
  private volatile Snapshot snapshot = new Snapshot(0, SortedTree.empty());
  private volatile boolean closed;
  private @Nullable Log log;

  private Writer(Path file, Store.Settings settings) throws SQLException {
    this.file = file;
    this.settings = settings;
    this.checkpointer = new Checkpointer(file, settings);
    Log opened = new Log(file, settings);
    Batch replayed = new Batch(snapshot);
    opened.readAfter(
        0,
        row -> {
          superseded.noteRow(row.key(), row.revision(), row.delete());
          replayed.replay(row);
        });
    this.log = opened;
    this.snapshot = replayed.result();
    this.ring =
        new ChangeRing(settings.maxChanges(), settings.maxChangeBytes(), snapshot.revision());
    this.thread = Thread.ofPlatform().name("store-writer").daemon().unstarted(this);
  }

  static Writer start(Path file, Store.Settings settings) throws SQLException {
    Writer writer = new Writer(file, settings);
    writer.thread.start();
    return writer;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  ChangeRing ring() {
    return ring;
  }

  void onChange(Consumer<Change> listener) {
    listeners.add(listener);
  }

  CompletableFuture<Write.Outcome> submit(Write write) {
    CompletableFuture<Write.Outcome> done = new CompletableFuture<>();
    queue.add(new Waiting(write, done));
    if (closed) {
      done.completeExceptionally(StoreException.closed());
    }
    return done;
  }

  @Override
  public void run() {
    List<Waiting> batch = new ArrayList<>(MAX_BATCH);
    try {
      while (!closed) {
        batch.clear();
        batch.add(queue.take());
        queue.drainTo(batch, MAX_BATCH - 1);
        commit(batch);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Error e) {
      // What is shown may lack what is stored: only reading it all anew is safe.
      LOG.atError().setCause(e).log("no more writes are taken until the server is started again");
    } finally {
      closed = true;
      batch.forEach(Writer::refuseAsClosed);
      queue.forEach(Writer::refuseAsClosed);
    }
  }

  /** Nobody waits for a writer that has ended, whatever ended it. */
  private static void refuseAsClosed(Waiting waiting) {
    waiting.done().completeExceptionally(StoreException.closed());
  }

  private void commit(List<Waiting> waiting) {
    Map<Waiting, Write.Outcome> outcomes = new LinkedHashMap<>();
    List<Long> forgotten = List.of();
    Batch batch;
    try {
      Log open = openLog();
      batch = new Batch(snapshot);
      for (Waiting one : waiting) {
        apply(one, batch, outcomes);
      }
      if (!batch.changes().isEmpty()) {
        forgotten = superseded.take(batch.changes().size());
        open.append(batch.rows(), forgotten);
      }
    } catch (SQLException | RuntimeException e) {
      superseded.putBack(forgotten);
      refuse(waiting, e);
      return;
    }
    publish(batch);
    outcomes.forEach((one, outcome) -> one.done().complete(outcome));
    checkpoint(batch.bytes());
  }

  /** A write that cannot even be tried fails alone: the others of its batch are not to blame. */
  private static void apply(Waiting one, Batch batch, Map<Waiting, Write.Outcome> outcomes) {
    try {
      outcomes.put(one, batch.apply(one.write()));
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("key", one.write().key()).log("write failed");
      one.done().completeExceptionally(e);
    }
  }

  /** What is committed stays so whatever becomes of the checkpoint; the next write tries again. */
  private void checkpoint(long bytes) {
    Log open = log;
    if (open == null || bytes == 0) {
      return;
    }
    try {
      checkpointer.afterCommit(open, bytes);
    } catch (SQLException | RuntimeException e) {
      LOG.atWarn().setCause(e).log("checkpoint failed, will be tried again");
      closeLog();
    }
  }

  private void publish(Batch batch) {
    for (Change change : batch.changes()) {
      superseded.noteRow(change.key(), change.revision(), change.deleted());
      listeners.forEach(listener -> tell(listener, change));
    }
    snapshot = batch.result();
    ring.publish(batch.changes(), snapshot.revision());
  }

  private static void tell(Consumer<Change> listener, Change change) {
    try {
      listener.accept(change);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("key", change.key()).log("listener failed");
    }
  }

  private void refuse(List<Waiting> waiting, Exception e) {
    StoreException refusal = StoreException.of(e);
    LOG.atError().setCause(e).addKeyValue("writes", waiting.size()).log("writes refused");
    closeLog();
    waiting.forEach(one -> one.done().completeExceptionally(refusal));
  }

  /**
   * After a failed commit nobody knows what reached the disk. The file is opened anew, its WAL is
   * folded into the database (a WAL whose sync has failed must not be built upon), and what the log
   * then holds is the truth.
   */
  private Log openLog() throws SQLException {
    if (log != null) {
      return log;
    }
    Log opened = new Log(file, settings);
    try {
      if (!Checkpointer.checkpoint(opened.connection(), "TRUNCATE")) {
        throw new SQLException("the write-ahead log cannot be folded into the database yet");
      }
      Batch missed = new Batch(snapshot);
      opened.readAfter(snapshot.revision(), missed::replay);
      publish(missed);
    } catch (SQLException e) {
      opened.close();
      throw e;
    }
    log = opened;
    return opened;
  }

  private void closeLog() {
    Log open = log;
    log = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.atWarn().setCause(e).log("database not closed cleanly");
      }
    }
  }

  void close() {
    closed = true;
    ring.close();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    checkpointer.close();
    closeLog();
  }
}
