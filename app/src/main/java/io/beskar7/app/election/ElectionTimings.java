package io.beskar7.app.election;

import java.time.Duration;

/**
 * How patient an election is; {@code retry < renew < lease}.
 *
 * @param lease how long candidates wait for a silent leader
 * @param renew how long a leader that cannot renew stays active
 * @param retry pause between two tries
 * @param releaseOnClose whether an orderly end frees the Lease
 */
public record ElectionTimings(
    Duration lease, Duration renew, Duration retry, boolean releaseOnClose) {
  public ElectionTimings {
    if (retry.compareTo(renew) >= 0 || renew.compareTo(lease) >= 0) {
      throw new IllegalArgumentException(
          "retry " + retry + ", renew " + renew + ", lease " + lease + " must rise in this order");
    }
  }
}
