package io.beskar7.simulator.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The log of a fleet: kept in memory for queries and, when a file is named, written line by line. A
 * line is in the file before {@link #add} returns, so that a reader in another process misses
 * nothing that was answered. It never holds passwords or tokens, only digests of tokens.
 */
public final class EventLog implements AutoCloseable {
  private final InstantSource wall;
  private final long startNanos = System.nanoTime();
  private final List<LogEvent> events = new ArrayList<>();
  private final @Nullable Writer file;

  /** Opens a log; an existing file is continued. */
  public EventLog(InstantSource wall, @Nullable Path path) throws IOException {
    this.wall = wall;
    this.file = path == null ? null : LogFile.append(path);
  }

  /** Appends an event; the arguments after the type are names and values in turns. */
  public synchronized void add(String type, Object... namesAndValues) {
    LogEvent event = new LogEvent(events.size() + 1, wall.instant(), nanos(), type, namesAndValues);
    events.add(event);
    if (file != null) {
      try {
        file.write(LogFile.line(event));
        file.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("event log", e);
      }
    }
  }

  /** Monotonic nanoseconds since the log was opened. */
  public long nanos() {
    return System.nanoTime() - startNanos;
  }

  /** Everything so far, oldest first. */
  public synchronized List<LogEvent> events() {
    return List.copyOf(events);
  }

  /** The events that the filter accepts, oldest first. */
  public List<LogEvent> events(Predicate<LogEvent> filter) {
    return events().stream().filter(filter).toList();
  }

  /** The events of one type, oldest first. */
  public List<LogEvent> ofType(String type) {
    return events(event -> event.type().equals(type));
  }

  /** The judge of everything so far. */
  public JudgeLog judge() {
    return new JudgeLog(events());
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
