package io.beskar7.redfish;

import java.time.Duration;
import java.time.Instant;

/** The caller's clock and patience; one per operation. */
public interface Pace {

  Instant now();

  /** The real time that passes while {@code nominal} passes on the caller's scale. */
  Duration scaled(Duration nominal);

  /** When the caller's patience with the whole operation ends, on the clock of {@link #now()}. */
  Instant limit();

  /** Nobody wants the answer any more: no further request is sent. */
  boolean givenUp();

  /**
   * Blocks for {@code nominal}, or until the caller has given up.
   *
   * @return false when the caller has given up: the call then ends with {@link Cause#ABANDONED}
   */
  boolean pause(Duration nominal);

  default Instant deadline(Duration nominal) {
    Instant own = now().plus(scaled(nominal));
    return own.isBefore(limit()) ? own : limit();
  }
}
