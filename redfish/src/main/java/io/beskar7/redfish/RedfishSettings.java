package io.beskar7.redfish;

import java.time.Duration;

/**
 * How patient the client is; durations on the caller's scale.
 *
 * @param connectTimeout for TCP and TLS
 * @param requestTimeout for one request, with the last byte of its answer
 * @param readTries how often a read is tried; 1 or more
 * @param readDelay before the second try; doubles with each further one
 * @param powerOnWait until a confirmed On
 * @param powerOffWait until a confirmed Off after force
 * @param gracefulWait until a confirmed Off through the operating system
 * @param maxBodyBytes longer answers are refused
 */
public record RedfishSettings(
    Duration connectTimeout,
    Duration requestTimeout,
    int readTries,
    Duration readDelay,
    Duration powerOnWait,
    Duration powerOffWait,
    Duration gracefulWait,
    long maxBodyBytes) {

  public static final RedfishSettings DEFAULT =
      new RedfishSettings(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          3,
          Duration.ofSeconds(1),
          Duration.ofSeconds(120),
          Duration.ofSeconds(120),
          Duration.ofSeconds(300),
          4L << 20);

  public RedfishSettings {
    if (readTries < 1) {
      throw new IllegalArgumentException("readTries is " + readTries + ": must be 1 or more");
    }
  }
}
