package io.beskar7.apiserver.resource;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as metav1.Time writes them: RFC 3339 in UTC, whole seconds. */
public final class Times {
  private Times() {}

  public static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
