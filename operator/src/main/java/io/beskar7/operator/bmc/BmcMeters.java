package io.beskar7.operator.bmc;

import io.beskar7.bmc.LaneMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What the lanes do, as meters; times are real times. */
public final class BmcMeters implements LaneMetrics {
  private final MeterRegistry meters;
  private final AtomicInteger sessions;

  public BmcMeters(MeterRegistry meters) {
    this.meters = meters;
    this.sessions = new AtomicInteger();
    meters.gauge("beskar7_bmc_sessions", sessions);
  }

  @Override
  public void operationStarted(String kind, Duration waited) {
    Timer.builder("beskar7_bmc_operation_wait")
        .description("Time from the order of a BMC operation to its start.")
        .tag("operation", kind)
        .register(meters)
        .record(waited);
  }

  @Override
  public void operationEnded(String kind, String result, Duration took) {
    Timer.builder("beskar7_bmc_operation_duration")
        .description("Time from the start of a BMC operation to its end.")
        .tag("operation", kind)
        .tag("result", result)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(50))
        .maximumExpectedValue(Duration.ofMinutes(5))
        .register(meters)
        .record(took);
  }

  @Override
  public void operationWithdrawn(String kind) {
    meters.counter("beskar7_bmc_operations_withdrawn", "operation", kind).increment();
  }

  @Override
  public void sessionOpened() {
    sessions.incrementAndGet();
  }

  @Override
  public void sessionClosed() {
    sessions.decrementAndGet();
  }

  @Override
  public void loginRefused() {
    meters.counter("beskar7_bmc_logins_refused").increment();
  }
}
