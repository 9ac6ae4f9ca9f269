package io.beskar7.app.config;

import java.time.Duration;
import java.util.List;

/** Host selection, BMC connections, reconciling, metrics. */
public final class TuningSettings {
  public static final Setting<String> SELECTION_ALGORITHM =
      Setting.of(
              new Kind.Choice(List.of("deterministic", "round-robin", "priority")),
              "deterministic",
              "how a host is chosen")
          .key("hostSelection.algorithm")
          .noEffectYet();
  public static final Setting<Integer> SELECTION_RETRIES =
      Setting.of(Kind.whole(1, 10, 1_000), "3", "tries of one pass")
          .key("hostSelection.retryLimit")
          .noEffectYet();
  public static final Setting<Double> SELECTION_BACKOFF =
      Setting.of(Kind.decimal(1, 3, 1, 100), "1.5", "growth of the pause between tries")
          .key("hostSelection.backoffMultiplier")
          .noEffectYet();
  public static final Setting<Duration> SELECTION_MAX_DELAY =
      Setting.of(Kind.duration("5s", "300s"), "30s", "longest pause between tries")
          .key("hostSelection.maxBackoffDelay")
          .noEffectYet();
  public static final Setting<Duration> BMC_CONNECTION_TIMEOUT =
      Setting.of(Kind.duration("5s", "120s"), "30s", "time to connect to a BMC")
          .key("bmc.connectionTimeout");
  public static final Setting<Duration> BMC_REQUEST_TIMEOUT =
      Setting.of(Kind.duration("10s", "300s"), "60s", "time for one request to a BMC")
          .key("bmc.requestTimeout");
  public static final Setting<Integer> BMC_MAX_RETRIES =
      Setting.of(Kind.whole(1, 10, 1_000), "3", "tries of one request to a BMC")
          .key("bmc.maxRetries")
          .noEffectYet();
  public static final Setting<Duration> BMC_RETRY_DELAY =
      Setting.of(Kind.duration("1s", "30s"), "5s", "pause between two tries of a request")
          .key("bmc.retryDelay")
          .noEffectYet();
  public static final Setting<Duration> SYNC_PERIOD =
      Setting.of(Kind.duration("5s", "300s"), "30s", "how often the power of an idle host is read")
          .key("reconcile.syncPeriod");
  public static final Setting<Duration> RECONCILE_TIMEOUT =
      Setting.of(Kind.duration("1m", "30m"), "5m", "time for one pass over one object")
          .key("reconcile.timeout")
          .noEffectYet();
  public static final Setting<Integer> MAX_CONCURRENT_RECONCILES =
      Setting.of(Kind.whole(1, 50, 1_000), "10", "objects of one kind looked at at once")
          .flag("--max-concurrent-reconciles")
          .key("reconcile.maxConcurrentReconciles");
  public static final Setting<Duration> METRICS_INTERVAL =
      Setting.of(Kind.duration("1s", "300s"), "30s", "how often derived metrics are computed")
          .key("metrics.interval")
          .noEffectYet();

  private TuningSettings() {}

  static List<Setting<?>> all() {
    return List.of(
        SELECTION_ALGORITHM,
        SELECTION_RETRIES,
        SELECTION_BACKOFF,
        SELECTION_MAX_DELAY,
        BMC_CONNECTION_TIMEOUT,
        BMC_REQUEST_TIMEOUT,
        BMC_MAX_RETRIES,
        BMC_RETRY_DELAY,
        SYNC_PERIOD,
        RECONCILE_TIMEOUT,
        MAX_CONCURRENT_RECONCILES,
        METRICS_INTERVAL);
  }
}
