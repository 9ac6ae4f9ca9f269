package io.beskar7.operator.machine;

import java.time.Duration;

/**
 * What users set about machines; durations are product time.
 *
 * @param bootTimeout from the opening of a run to the first contact
 * @param inspectionTimeout from the opening of a run to the verdict
 * @param deploymentTimeout from the verdict to the running system
 * @param maxAttempts runs at one host before the machine has failed, 0 to 10; 0 is the same as 1
 */
public record MachineRoomSettings(
    Duration bootTimeout, Duration inspectionTimeout, Duration deploymentTimeout, int maxAttempts) {
  /** The runs of one claim stay among the ten that are kept of a host. */
  private static final int MOST_ATTEMPTS = 10;

  /** What is used when nobody says anything (architecture.md, Inspection Timeout). */
  public static final MachineRoomSettings DEFAULTS =
      new MachineRoomSettings(
          Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(20), 3);

  public MachineRoomSettings {
    positive("bootTimeout", bootTimeout);
    positive("inspectionTimeout", inspectionTimeout);
    positive("deploymentTimeout", deploymentTimeout);
    if (maxAttempts < 0 || maxAttempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException(
          "maxAttempts is " + maxAttempts + ": must be 0 to " + MOST_ATTEMPTS);
    }
  }

  private static void positive(String field, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(field + " is " + value + ": must be more than nothing");
    }
  }
}
