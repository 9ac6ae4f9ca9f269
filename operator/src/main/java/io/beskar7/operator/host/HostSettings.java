package io.beskar7.operator.host;

import io.beskar7.domain.host.HostPolicy;
import io.beskar7.domain.time.Time;
import java.time.Duration;

/**
 * How hosts are looked after; durations in product time.
 *
 * @param policy see {@link HostPolicy}
 * @param failsafe a host is looked at again after this long even when nothing seems to happen
 */
public record HostSettings(HostPolicy policy, Duration failsafe) {
  public static final HostSettings DEFAULT =
      new HostSettings(HostPolicy.DEFAULT, Duration.ofMinutes(5));

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
