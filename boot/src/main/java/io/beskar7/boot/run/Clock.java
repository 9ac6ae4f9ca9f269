package io.beskar7.boot.run;

import io.beskar7.domain.time.Time;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time as milestones are written: RFC 3339 in UTC, with milliseconds. */
public record Clock(Time time) {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  public String now() {
    return MILLIS.format(time.now());
  }
}
