package io.beskar7.bmc;

import java.time.Duration;

/**
 * How the lanes go about their work; durations in product time. Read through a supplier, so that a
 * change takes effect with the next operation.
 *
 * @param operationTimeout for one operation, from its first request on
 * @param maxConcurrentOps operations that run at the same time over all BMCs; 1 or more
 * @param sessionIdle how long a BMC session is kept without use
 */
public record BmcSettings(Duration operationTimeout, int maxConcurrentOps, Duration sessionIdle) {

  public static final BmcSettings DEFAULT =
      new BmcSettings(Duration.ofMinutes(5), 5, Duration.ofMinutes(2));

  public BmcSettings {
    if (maxConcurrentOps < 1) {
      throw new IllegalArgumentException(
          "maxConcurrentOps is " + maxConcurrentOps + ": must be 1 or more");
    }
    if (!operationTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "operationTimeout is " + operationTimeout + ": must be more than zero");
    }
  }
}
