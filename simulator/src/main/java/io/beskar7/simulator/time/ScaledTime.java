package io.beskar7.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The wall clock, sped up by a constant factor. */
public final class ScaledTime implements SimTime, AutoCloseable {
  private final double scale;
  private final Instant start;
  private final long startNanos;
  private final ScheduledThreadPoolExecutor timer;

  /** A scale of 10 makes a minute of firmware delay pass in six seconds. Must be above zero. */
  public ScaledTime(double scale, InstantSource wall) {
    if (!(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException("time scale: " + scale + " is not a number above 0");
    }
    this.scale = scale;
    this.start = wall.instant();
    this.startNanos = System.nanoTime();
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("simulator-timer").factory());
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant now() {
    return start.plusNanos((long) ((System.nanoTime() - startNanos) * scale));
  }

  @Override
  public Cancellable after(Duration delay, Runnable task) {
    try {
      Future<?> planned = plan(delay, () -> Thread.ofVirtual().name("simulator-task").start(task));
      return () -> planned.cancel(false);
    } catch (RejectedExecutionException e) {
      return () -> {};
    }
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    try {
      Future<?> planned = plan(duration, over::countDown);
      try {
        over.await();
      } finally {
        planned.cancel(false);
      }
    } catch (RejectedExecutionException e) {
      InterruptedException stopped = new InterruptedException("time has been stopped");
      stopped.initCause(e);
      throw stopped;
    }
  }

  private Future<?> plan(Duration delay, Runnable task) {
    return timer.schedule(task, (long) (delay.toNanos() / scale), TimeUnit.NANOSECONDS);
  }

  /** Stops time: what is planned never happens, and nobody can wait any more. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
