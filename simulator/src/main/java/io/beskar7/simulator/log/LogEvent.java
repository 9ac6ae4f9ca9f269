package io.beskar7.simulator.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of the log. A fleet keeps very many of them, hence the flat form. */
public final class LogEvent {
  private final long seq;
  private final Instant at;
  private final long nanos;
  private final String type;
  private final Object[] namesAndValues;

  /**
   * @param namesAndValues names (strings) and values (strings, numbers, booleans) in turns
   */
  LogEvent(long seq, Instant at, long nanos, String type, Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(type + ": a name without a value");
    }
    this.seq = seq;
    this.at = at;
    this.nanos = nanos;
    this.type = type;
    this.namesAndValues = namesAndValues.clone();
  }

  /** Position in the log, from 1, without gaps. */
  public long seq() {
    return seq;
  }

  /** Wall-clock time at which the line was written. */
  public Instant at() {
    return at;
  }

  /** Monotonic nanoseconds since the log was opened. */
  public long nanos() {
    return nanos;
  }

  /** One of the constants of {@link EventType}. */
  public String type() {
    return type;
  }

  /** What else is known, in a stable order. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  /** The field as text, or null when the event does not carry it. */
  public @Nullable String text(String field) {
    Object value = value(field);
    return value == null ? null : value.toString();
  }

  /** The field as a whole number; 0 when the event does not carry it. */
  public long number(String field) {
    return value(field) instanceof Number n ? n.longValue() : 0;
  }

  /** Whether the field's text equals the value. */
  public boolean has(String field, String value) {
    return value.equals(text(field));
  }

  private @Nullable Object value(String field) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (field.equals(namesAndValues[i])) {
        return namesAndValues[i + 1];
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return seq + " " + type + " " + fields();
  }
}
