package io.beskar7.testkit;

import io.beskar7.domain.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when a test says so. Tasks run on the thread that advances it, in the order
 * of their instants and, at the same instant, in the order they were scheduled.
 */
public final class VirtualTime implements Time {
  private record Task(Instant at, long order, Runnable run, AtomicBoolean cancelled) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::order));
  private Instant now;
  private long scheduled;

  /** Begins at the first instant of 2026. */
  public VirtualTime() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  public VirtualTime(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public Duration scaled(Duration product) {
    return product.isNegative() ? Duration.ZERO : product;
  }

  @Override
  public synchronized Timer schedule(Duration delay, Runnable task) {
    AtomicBoolean cancelled = new AtomicBoolean();
    tasks.add(new Task(now.plus(scaled(delay)), scheduled++, task, cancelled));
    return () -> cancelled.set(true);
  }

  /** Blocks until another thread has advanced time that far. */
  @Override
  public void pause(Duration duration) throws InterruptedException {
    CountDownLatch passed = new CountDownLatch(1);
    Timer timer = schedule(duration, passed::countDown);
    try {
      passed.await();
    } finally {
      timer.cancel();
    }
  }

  /**
   * Lets {@code duration} pass, running what falls due on the way, what that schedules included.
   */
  public void advance(Duration duration) {
    advanceTo(now().plus(scaled(duration)));
  }

  private void advanceTo(Instant end) {
    for (Task task = next(end); task != null; task = next(end)) {
      task.run().run();
    }
    arrive(end);
  }

  /** Jumps to the next task and runs it; false when there is none. */
  public boolean runNext() {
    Task task = next(Instant.MAX);
    if (task != null) {
      task.run().run();
    }
    return task != null;
  }

  /** How many tasks wait. */
  public synchronized int waiting() {
    tasks.removeIf(task -> task.cancelled().get());
    return tasks.size();
  }

  private synchronized @Nullable Task next(Instant end) {
    tasks.removeIf(task -> task.cancelled().get());
    Task head = tasks.peek();
    if (head == null || head.at().isAfter(end)) {
      return null;
    }
    arrive(head.at());
    return tasks.poll();
  }

  private synchronized void arrive(Instant instant) {
    if (instant.isAfter(now)) {
      now = instant;
    }
  }
}
