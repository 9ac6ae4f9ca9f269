package io.beskar7.domain.host;

import io.beskar7.domain.bmc.PowerState;
import org.jspecify.annotations.Nullable;

/**
 * What the host's status keeps from one decision to the next.
 *
 * @param connection the last word on the BMC, null before the first
 * @param releasedEpoch claimEpoch for whose release the BMC has said Off; -1 when none
 * @param forgivenEpoch runs of this epoch and earlier no longer count against the host; -1 when
 *     none
 * @param overrideLeft a network boot override may still be set
 * @param run the run the phase belongs to, null before the first
 */
public record HostMemory(
    HostState state,
    @Nullable Operation operation,
    @Nullable Finding connection,
    PowerState power,
    long releasedEpoch,
    long forgivenEpoch,
    boolean overrideLeft,
    @Nullable String run,
    @Nullable InspectionPhase phase,
    int consecutiveFailures) {

  /** Of a host nobody has looked at. */
  public static final HostMemory BLANK =
      new HostMemory(
          HostState.ENROLLING, null, null, PowerState.UNKNOWN, -1, -1, false, null, null, 0);
}
