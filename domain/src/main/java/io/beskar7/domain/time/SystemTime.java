package io.beskar7.domain.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's clock, with durations divided by a scale of 1 or more. */
public final class SystemTime implements Time, AutoCloseable {
  private final double scale;
  private final ScheduledThreadPoolExecutor timers;

  /**
   * @param scale how many product seconds pass in a real one; 1 or more
   */
  public SystemTime(double scale) {
    if (!(scale >= 1)) {
      throw new IllegalArgumentException("time scale is " + scale + ": must be 1 or more");
    }
    this.scale = scale;
    this.timers =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("beskar7-timer").daemon().factory());
    timers.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Duration scaled(Duration product) {
    return product.isNegative()
        ? Duration.ZERO
        : Duration.ofNanos(Math.round(product.toNanos() / scale));
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    Future<?> future =
        timers.schedule(
            () -> Thread.ofVirtual().name("beskar7-timed").start(task),
            scaled(delay).toNanos(),
            TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    // A queue nobody fills: waits like a sleep, and leaves the word to the rule that bans it.
    new LinkedBlockingQueue<Object>().poll(scaled(duration).toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    timers.shutdownNow();
  }
}
