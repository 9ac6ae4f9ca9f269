package io.beskar7.app.text;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Time spans in one or two units: 42s, 3m20s, 5h10m, 12d. */
public final class Ages {
  private Ages() {}

  /** How long ago, or "-" when the text is absent or no RFC 3339 time. */
  public static String since(@Nullable String at, Instant now) {
    Instant instant = parse(at);
    return instant == null ? "-" : span(Duration.between(instant, now));
  }

  /** Reads RFC 3339; null when absent or unreadable. */
  public static @Nullable Instant parse(@Nullable String at) {
    if (at == null) {
      return null;
    }
    try {
      return Instant.parse(at);
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }

  /** A negative span (clocks that differ) counts as none. */
  public static String span(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 120) {
      return seconds + "s";
    }
    if (seconds < 3600) {
      return seconds / 60 + "m" + (seconds % 60 == 0 ? "" : seconds % 60 + "s");
    }
    if (seconds < 48 * 3600) {
      return seconds / 3600 + "h" + (seconds / 60 % 60 == 0 ? "" : seconds / 60 % 60 + "m");
    }
    return seconds / 86_400 + "d";
  }
}
