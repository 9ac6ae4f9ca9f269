package io.beskar7.apiserver.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the WAL into the database. The bulk is copied in the background by a PASSIVE checkpoint on
 * a second connection; then the writer itself does a short RESTART, without which a busy WAL would
 * never begin again at its start. The file is never truncated in service: overwriting is cheaper
 * than appending.
 */
final class Checkpointer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
  private static final long OVERHEAD = 12_288;
  private static final int RESTART_MILLIS = 50;

  private enum Phase {
    IDLE,
    COPYING,
    COPIED,
    FAILED
  }

  private final Path file;
  private final Store.Settings settings;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("store-checkpoint").daemon().factory());
  private long bytes;

  Checkpointer(Path file, Store.Settings settings) {
    this.file = file;
    this.settings = settings;
  }

  /** Called by the writer between two commits, with the bytes the last one wrote. */
  void afterCommit(Log log, long written) throws SQLException {
    bytes += written + OVERHEAD;
    switch (phase.get()) {
      case IDLE -> {
        if (bytes >= settings.checkpointBytes()) {
          phase.set(Phase.COPYING);
          background.execute(this::copy);
        }
      }
      case COPYING -> {}
      case COPIED -> {
        restart(log.connection());
        beginAgain();
      }
      case FAILED -> beginAgain();
    }
  }

  /** The next checkpoint comes after as many bytes as the first, also when this one has failed. */
  private void beginAgain() {
    bytes = 0;
    phase.set(Phase.IDLE);
  }

  /**
   * Writers do not wait for a stranger that reads the file, a backup for example: later will do.
   */
  private static void restart(Connection connection) throws SQLException {
    Log.patience(connection, RESTART_MILLIS);
    checkpoint(connection, "RESTART");
    Log.patience(connection, Log.BUSY_MILLIS);
  }

  private void copy() {
    try (Connection connection = Log.open(file, settings)) {
      checkpoint(connection, "PASSIVE");
      phase.set(Phase.COPIED);
    } catch (SQLException | RuntimeException e) {
      LOG.atWarn().setCause(e).log("checkpoint failed, will be tried again");
      phase.set(Phase.FAILED);
    }
  }

  /**
   * Runs a checkpoint.
   *
   * @return true when every frame of the WAL is in the database and synced
   */
  static boolean checkpoint(Connection connection, String mode) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
      return result.next() && result.getInt(1) == 0;
    }
  }

  @Override
  public void close() {
    background.close();
  }
}
