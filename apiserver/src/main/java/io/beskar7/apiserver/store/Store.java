package io.beskar7.apiserver.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Objects by key, each with the revision of its last change. Reads come from an immutable snapshot;
 * a write is on disk before anybody, its writer included, can see it.
 */
public final class Store implements AutoCloseable {
  private final Writer writer;

  /**
   * @param synchronous SQLite's level; anything but FULL is for tests that show why
   * @param maxDatabaseBytes size at which the database counts as full
   * @param checkpointBytes bytes of the write-ahead log after which it is folded into the database
   * @param maxChanges changes kept for watchers
   * @param maxChangeBytes bytes those changes may hold
   */
  public record Settings(
      String synchronous,
      long maxDatabaseBytes,
      long checkpointBytes,
      int maxChanges,
      long maxChangeBytes) {
    public static Settings standard() {
      return new Settings("FULL", 8L << 30, 16L << 20, 10_000, 64L << 20);
    }
  }

  private Store(Writer writer) {
    this.writer = writer;
  }

  /** Opens or creates the database in {@code directory} and reads it into memory. */
  public static Store open(Path directory, Settings settings) {
    try {
      Store store = new Store(Writer.start(directory.resolve("state.db"), settings));
      syncEntries(directory);
      return store;
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /**
   * SQLite syncs the directory for its write-ahead log, but not for a database file that is new.
   */
  private static void syncEntries(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot sync " + directory, e);
    }
  }

  public Snapshot snapshot() {
    return writer.snapshot();
  }

  public ChangeRing changes() {
    return writer.ring();
  }

  /**
   * Is called with each change, in order, just before the change becomes visible; it must not
   * throw.
   */
  public void onChange(Consumer<Change> listener) {
    writer.onChange(listener);
  }

  /**
   * Commits a write and returns when it is on disk and visible.
   *
   * @throws StoreException when the disk refuses it
   */
  public Write.Outcome write(Write write) {
    try {
      return writer.submit(write).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreException refused ? refused.again() : e;
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
