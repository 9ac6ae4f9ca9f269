package io.beskar7.apiserver.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/**
 * The log on disk: one append-only table in SQLite. WAL with {@code synchronous=FULL} syncs the WAL
 * in every commit, and a torn tail fails its checksum; {@code EXTRA} would add nothing in WAL mode,
 * it only concerns the rollback journal's directory entry. Checkpoints are the {@link
 * Checkpointer}'s.
 */
final class Log implements AutoCloseable {
  static final int BUSY_MILLIS = 5_000;
  private static final long PAGE = 4_096;

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement delete;
  private final PreparedStatement read;

  /** One row: {@code json} is the object, empty for a deletion. */
  @SuppressWarnings("ArrayRecordComponent") // never changed after construction
  record Row(long revision, String key, boolean delete, byte[] json) {}

  Log(Path file, Store.Settings settings) throws SQLException {
    connection = open(file, settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS log(rev INTEGER PRIMARY KEY, key TEXT NOT NULL, type INTEGER"
              + " NOT NULL, json BLOB NOT NULL)");
    }
    insert = connection.prepareStatement("INSERT INTO log(rev, key, type, json) VALUES(?,?,?,?)");
    delete = connection.prepareStatement("DELETE FROM log WHERE rev = ?");
    read =
        connection.prepareStatement(
            "SELECT rev, key, type, json FROM log WHERE rev > ? ORDER BY rev");
  }

  static Connection open(Path file, Store.Settings settings) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=" + settings.synchronous());
      statement.execute("PRAGMA wal_autocheckpoint=0");
      statement.execute("PRAGMA cache_size=-4096");
      statement.execute("PRAGMA max_page_count=" + settings.maxDatabaseBytes() / PAGE);
    }
    patience(connection, BUSY_MILLIS);
    return connection;
  }

  /** How long statements wait for a lock somebody else holds. */
  static void patience(Connection connection, int millis) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=" + millis);
    }
  }

  /**
   * Appends rows and forgets superseded ones in one transaction; returns when it is on disk.
   * Forgetting comes first, so that a full database has room again for a deletion.
   */
  void append(List<Row> rows, List<Long> superseded) throws SQLException {
    execute("BEGIN IMMEDIATE");
    for (long revision : superseded) {
      delete.setLong(1, revision);
      delete.executeUpdate();
    }
    for (Row row : rows) {
      insert.setLong(1, row.revision());
      insert.setString(2, row.key());
      insert.setInt(3, row.delete() ? 1 : 0);
      insert.setBytes(4, row.json());
      insert.executeUpdate();
    }
    execute("COMMIT");
  }

  void readAfter(long revision, Consumer<Row> consumer) throws SQLException {
    read.setLong(1, revision);
    try (ResultSet rows = read.executeQuery()) {
      while (rows.next()) {
        consumer.accept(
            new Row(rows.getLong(1), rows.getString(2), rows.getInt(3) == 1, rows.getBytes(4)));
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
