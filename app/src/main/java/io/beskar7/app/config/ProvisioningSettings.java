package io.beskar7.app.config;

import java.time.Duration;
import java.util.List;

/** Pace and patience of provisioning. */
public final class ProvisioningSettings {
  public static final Setting<Integer> MAX_CONCURRENT_OPS =
      Setting.of(Kind.whole(1, 50, 1_000), "5", "BMC operations at once")
          .key("provisioning.maxConcurrentOps");
  public static final Setting<Integer> MAX_QUEUE_SIZE =
      Setting.of(Kind.whole(10, 500, 100_000), "50", "operations that may wait")
          .key("provisioning.maxQueueSize")
          .noEffectYet();
  public static final Setting<Duration> OPERATION_TIMEOUT =
      Setting.of(Kind.duration("1m", "30m"), "5m", "time for one BMC operation")
          .key("provisioning.operationTimeout");
  public static final Setting<Duration> BMC_COOLDOWN =
      Setting.of(Kind.duration("1s", "60s"), "10s", "pause between two operations on one BMC")
          .key("provisioning.bmcCooldownPeriod")
          .noEffectYet();
  public static final Setting<Integer> WORKER_COUNT =
      Setting.of(Kind.whole(1, 20, 1_000), "3", "workers of the queue")
          .key("provisioning.workerCount")
          .noEffectYet();
  public static final Setting<Integer> RETRY_ATTEMPTS =
      Setting.of(Kind.whole(1, 10, 1_000), "3", "tries of one operation")
          .key("provisioning.retryAttempts")
          .noEffectYet();
  public static final Setting<Boolean> EXPONENTIAL_BACKOFF =
      Setting.of(new Kind.Flag(), "true", "each pause between tries twice as long as the last")
          .key("provisioning.exponentialBackoff")
          .noEffectYet();
  public static final Setting<Duration> MAX_RETRY_DELAY =
      Setting.of(Kind.duration("1s", "300s"), "60s", "longest pause between tries")
          .key("provisioning.maxRetryDelay")
          .noEffectYet();
  public static final Setting<Duration> BOOT_TIMEOUT =
      Setting.of(
              Kind.duration("1m", "30m"),
              "5m",
              "from the order to boot to the first contact of a host")
          .key("provisioning.bootTimeout");
  public static final Setting<Duration> INSPECTION_TIMEOUT =
      Setting.of(Kind.duration("1m", "1h"), "10m", "from the order to boot to the report of a host")
          .key("provisioning.inspectionTimeout");
  public static final Setting<Duration> DEPLOYMENT_TIMEOUT =
      Setting.of(Kind.duration("1m", "4h"), "20m", "from the verdict to the running system")
          .key("provisioning.deploymentTimeout");
  public static final Setting<Integer> MAX_ATTEMPTS =
      Setting.of(Kind.whole(0, 10, 0, 10), "3", "runs on one host before its machine has failed")
          .key("provisioning.maxAttempts");
  public static final Setting<Integer> QUARANTINE_AFTER =
      Setting.of(Kind.whole(1, 10, 1_000), "3", "failed runs in a row that quarantine a host")
          .key("provisioning.quarantineAfter");
  public static final Setting<Double> TIME_SCALE =
      Setting.of(
              Kind.decimal(1, 100, 1, 1_000),
              "1",
              "all waiting of the product passes this many times as fast (for tests and demos)")
          .flag("--time-scale");

  private ProvisioningSettings() {}

  static List<Setting<?>> all() {
    return List.of(
        MAX_CONCURRENT_OPS,
        MAX_QUEUE_SIZE,
        OPERATION_TIMEOUT,
        BMC_COOLDOWN,
        WORKER_COUNT,
        RETRY_ATTEMPTS,
        EXPONENTIAL_BACKOFF,
        MAX_RETRY_DELAY,
        BOOT_TIMEOUT,
        INSPECTION_TIMEOUT,
        DEPLOYMENT_TIMEOUT,
        MAX_ATTEMPTS,
        QUARANTINE_AFTER,
        TIME_SCALE);
  }
}
