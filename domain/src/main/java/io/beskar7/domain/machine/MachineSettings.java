package io.beskar7.domain.machine;

import java.time.Duration;

/**
 * What of the settings decisions need.
 *
 * @param maxAttempts runs at one host before the machine has failed; 0 means none after the first,
 *     as 1 does
 * @param ownerGrace real time for which a new machine may be without its owner before that is said
 */
public record MachineSettings(int maxAttempts, Duration ownerGrace) {
  int attempts() {
    return Math.max(1, maxAttempts);
  }
}
