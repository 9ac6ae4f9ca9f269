package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Times as metav1.Time writes them: RFC 3339 in UTC, whole seconds. */
public final class Times {
  private Times() {}

  public static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Whether two values are equal, or two ways to write one moment. */
  static boolean same(JsonNode one, JsonNode other) {
    if (one.equals(other) || !one.isTextual() || !other.isTextual()) {
      return one.equals(other);
    }
    try {
      return moment(one).equals(moment(other));
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static Instant moment(JsonNode text) {
    return OffsetDateTime.parse(text.textValue()).toInstant();
  }
}
