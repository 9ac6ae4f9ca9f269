package io.beskar7.app.election;

import java.time.Duration;
import java.time.Instant;

/**
 * What a Lease says.
 *
 * @param holder identity of the leader; empty when nobody leads
 * @param duration how long others wait after the last renewal they saw
 * @param acquired the holder's clock, for people only
 * @param renewed the holder's clock, for people only: no decision rests on another's clock
 * @param transitions how often the holder has changed
 */
public record LeaseRecord(
    String holder, Duration duration, Instant acquired, Instant renewed, int transitions) {

  static LeaseRecord first(String holder, Duration duration, Instant now) {
    return new LeaseRecord(holder, duration, now, now, 0);
  }

  LeaseRecord takenBy(String next, Duration lease, Instant now) {
    boolean same = next.equals(holder);
    return new LeaseRecord(
        next, lease, same ? acquired : now, now, same ? transitions : transitions + 1);
  }

  LeaseRecord renewedAt(Instant now) {
    return new LeaseRecord(holder, duration, acquired, now, transitions);
  }

  /** Nobody's, and free at once. */
  LeaseRecord released(Instant now) {
    return new LeaseRecord("", Duration.ofSeconds(1), now, now, transitions);
  }
}
