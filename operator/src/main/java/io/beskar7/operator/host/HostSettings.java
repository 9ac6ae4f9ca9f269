package io.beskar7.operator.host;

import io.beskar7.domain.host.HostPolicy;
import io.beskar7.domain.time.Time;

/**
 * How hosts are looked after; durations in product time.
 *
 * @param policy see {@link HostPolicy}
 */
public record HostSettings(HostPolicy policy) {
  public static final HostSettings DEFAULT = new HostSettings(HostPolicy.DEFAULT);

  HostPolicy scaled(Time time) {
    return new HostPolicy(
        time.scaled(policy.pollEvery()),
        time.scaled(policy.operationDeadline()),
        time.scaled(policy.firstRetry()),
        time.scaled(policy.lastRetry()),
        policy.quarantineAfter(),
        policy.runsKept());
  }
}
