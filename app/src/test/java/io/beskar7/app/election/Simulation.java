package io.beskar7.app.election;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads of several processes on one virtual clock. One thread runs at a time and gives way only
 * where it pauses, so that one seed is one schedule.
 */
final class Simulation {
  private static final Comparator<Event> IN_TURN =
      Comparator.comparing((Event event) -> event.at)
          .thenComparing(event -> event.due)
          .thenComparing(event -> event.number);

  private final PriorityQueue<Event> events = new PriorityQueue<>(IN_TURN);
  private final Map<Thread, Fiber> fibers = new HashMap<>();
  private final Semaphore back = new Semaphore(0);
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long numbers;
  private @Nullable Throwable failure;

  /** Something due; {@code at} is later than {@code due} when its process was suspended. */
  record Event(Instant at, Instant due, long number, SimulatedProcess process, Runnable action) {}

  private static final class Fiber {
    final SimulatedProcess process;
    volatile boolean goes;
    boolean parked;
    boolean deaf;

    Fiber(SimulatedProcess process) {
      this.process = process;
    }
  }

  Instant now() {
    return now;
  }

  /** Runs the action on a thread of its own. */
  Event schedule(SimulatedProcess process, Duration delay, Runnable action) {
    return scheduleRaw(process, delay, () -> start(process, action));
  }

  private Event scheduleRaw(SimulatedProcess process, Duration delay, Runnable action) {
    Instant at = now.plus(delay);
    Event event = new Event(at, at, numbers++, process, action);
    events.add(event);
    return event;
  }

  void cancel(Event event) {
    events.removeIf(other -> other.number == event.number);
  }

  private void start(SimulatedProcess process, Runnable action) {
    Fiber fiber = new Fiber(process);
    Thread thread =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  await(fiber);
                  try {
                    action.run();
                  } catch (RuntimeException | Error e) {
                    failure = failure == null ? e : failure;
                  } finally {
                    fibers.remove(Thread.currentThread());
                    back.release();
                  }
                });
    fibers.put(thread, fiber);
    thread.start();
    resume(thread, fiber);
  }

  private void resume(Thread thread, Fiber fiber) {
    fiber.parked = false;
    fiber.goes = true;
    LockSupport.unpark(thread);
    back.acquireUninterruptibly();
  }

  private static void await(Fiber fiber) {
    while (!fiber.goes) {
      if (fiber.deaf) {
        Thread.interrupted();
      }
      LockSupport.park(fiber);
    }
    fiber.goes = false;
  }

  /**
   * Gives way to others for a while.
   *
   * @param deaf whether interrupts are ignored
   */
  void pause(Duration duration, boolean deaf) throws InterruptedException {
    Thread self = Thread.currentThread();
    Fiber fiber = fibers.get(self);
    fiber.deaf = deaf;
    fiber.parked = true;
    Event wake = scheduleRaw(fiber.process, duration, () -> resume(self, fiber));
    back.release();
    await(fiber);
    cancel(wake);
    fiber.deaf = false;
    if (!deaf && Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  void advance(Duration by) {
    Instant end = now.plus(by);
    while (!events.isEmpty() && !events.peek().at.isAfter(end)) {
      Event event = events.remove();
      now = event.at;
      take(event);
      wakeInterrupted();
      if (failure != null) {
        throw new AssertionError("at " + now, failure);
      }
    }
    now = end;
  }

  private void take(Event event) {
    SimulatedProcess process = event.process;
    if (process.isDead()) {
      return;
    }
    if (process.suspendedUntil().isAfter(now)) {
      events.add(
          new Event(process.suspendedUntil(), event.due, event.number, process, event.action));
      return;
    }
    event.action.run();
  }

  private void wakeInterrupted() {
    List<Thread> interrupted = new ArrayList<>();
    fibers.forEach(
        (thread, fiber) -> {
          if (fiber.parked && !fiber.deaf && thread.isInterrupted()) {
            interrupted.add(thread);
          }
        });
    interrupted.forEach(thread -> resume(thread, fibers.get(thread)));
  }

  /** Forgets the threads of a process that is dead. */
  void bury(SimulatedProcess process) {
    fibers.values().removeIf(fiber -> fiber.process == process && fiber.parked);
  }
}
