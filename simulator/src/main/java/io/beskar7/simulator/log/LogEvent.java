package io.beskar7.simulator.log;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param seq position in the log, from 1, without gaps
 * @param at wall-clock time at which the line was written
 * @param nanos monotonic nanoseconds since the log was opened
 * @param type one of the constants of {@link EventType}
 * @param fields what else is known, in a stable order; values are strings, numbers or booleans
 */
public record LogEvent(long seq, Instant at, long nanos, String type, Map<String, Object> fields) {
  public LogEvent {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The field as text, or null when the event does not carry it. */
  public @Nullable String text(String field) {
    Object value = fields.get(field);
    return value == null ? null : value.toString();
  }

  /** The field as a whole number; 0 when the event does not carry it. */
  public long number(String field) {
    return fields.get(field) instanceof Number n ? n.longValue() : 0;
  }

  /** Whether the field's text equals the value. */
  public boolean has(String field, String value) {
    return value.equals(text(field));
  }
}
