package io.beskar7.simulator.machine;

import org.jspecify.annotations.Nullable;

/**
 * What a machine is doing, and what it has done since the fleet started.
 *
 * @param phase where it is on its walk
 * @param step the last step of its walk, as in the log; empty before the first
 * @param diskDigest SHA-256 (hex) of the image on its disk; null when the disk is empty
 * @param run the run that wrote the disk: {@code beskar7.run}, else the digest of its token
 * @param providerId as on the disk; null when none was given
 * @param powerOns how often it got power
 * @param networkBoots how often it ran a boot script
 * @param imageWrites how often an image was written to its disk
 * @param phoneHomes how often the installed system was heard
 */
public record MachineState(
    Phase phase,
    String step,
    @Nullable String diskDigest,
    @Nullable String run,
    @Nullable String providerId,
    int powerOns,
    int networkBoots,
    int imageWrites,
    int phoneHomes) {

  /** Where a machine is on its walk. */
  public enum Phase {
    OFF,
    POST,
    NETWORK_BOOT,
    AGENT,
    /** The agent has given up and waits for the power to go. */
    PARKED,
    OS_BOOT,
    OS,
    OS_SHUTDOWN,
    /** Setup screen, bad script, unknown kernel: nothing happens until the power goes. */
    STUCK
  }
}
