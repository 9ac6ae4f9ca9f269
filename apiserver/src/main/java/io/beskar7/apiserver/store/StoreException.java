package io.beskar7.apiserver.store;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The disk did not take a write. Nothing of it is visible; later writes may succeed. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** Why the write was refused. */
  public enum Kind {
    FULL,
    IO,
    CLOSED
  }

  StoreException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  static StoreException of(Exception e) {
    boolean full =
        e instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
    return full
        ? new StoreException(Kind.FULL, "the disk under the data directory is full", e)
        : new StoreException(Kind.IO, "the database cannot be written: " + e.getMessage(), e);
  }

  static StoreException closed() {
    return new StoreException(
        Kind.CLOSED, "the server is closing", new IllegalStateException("store closed"));
  }

  /** The same refusal with the trace of the thread that waited. */
  StoreException again() {
    return new StoreException(kind, String.valueOf(getMessage()), this);
  }

  public Kind kind() {
    return kind;
  }
}
