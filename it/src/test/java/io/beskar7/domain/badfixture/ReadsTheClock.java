package io.beskar7.domain.badfixture;

import java.time.Instant;

/** Breaks a house rule on purpose. */
public final class ReadsTheClock {
  public Instant look() {
    return Instant.now();
  }
}
