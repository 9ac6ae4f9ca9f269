package io.beskar7.app.election;

import io.beskar7.domain.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes only when told; tasks run on the thread that tells. */
final class VirtualTime implements Time {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long number;

  private record Task(Instant at, long number, Runnable action) {}

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Duration scaled(Duration product) {
    return product;
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    Task task = new Task(now.plus(delay), number++, action);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  @Override
  public void pause(Duration duration) {
    throw new UnsupportedOperationException("nothing here may block");
  }

  void advance(Duration by) {
    Instant end = now.plus(by);
    while (!tasks.isEmpty() && !tasks.peek().at().isAfter(end)) {
      Task task = tasks.remove();
      now = task.at();
      task.action().run();
    }
    now = end;
  }
}
