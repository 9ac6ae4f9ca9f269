package io.beskar7.bmc;

import io.beskar7.domain.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;

/** Time that passes only when a test says so. */
final class VirtualTime implements Time {
  private record Task(Instant due, long number, Runnable work) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
  private Instant now = Instant.parse("2030-01-01T00:00:00Z");
  private long number;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public Duration scaled(Duration product) {
    return product;
  }

  @Override
  public synchronized Timer schedule(Duration delay, Runnable work) {
    Task task = new Task(now.plus(delay), number++, work);
    tasks.add(task);
    return () -> remove(task);
  }

  private synchronized void remove(Task task) {
    tasks.remove(task);
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    schedule(duration, over::countDown);
    over.await();
  }

  synchronized int timers() {
    return tasks.size();
  }

  void advance(Duration duration) {
    Instant end = now().plus(duration);
    for (Task task = next(end); task != null; task = next(end)) {
      task.work.run();
    }
    synchronized (this) {
      now = end;
    }
  }

  private synchronized Task next(Instant end) {
    Task first = tasks.peek();
    if (first == null || first.due.isAfter(end)) {
      return null;
    }
    now = first.due.isAfter(now) ? first.due : now;
    return tasks.poll();
  }
}
