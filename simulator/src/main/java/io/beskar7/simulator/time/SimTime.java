package io.beskar7.simulator.time;

import java.time.Duration;
import java.time.Instant;

/** Time as machines and BMCs of a fleet see it. All durations here are simulated ones. */
public interface SimTime {

  /** Simulated now; it advances faster than the wall clock when the fleet is time-scaled. */
  Instant now();

  /** Runs the task once after the delay, on a thread of its own, unless cancelled before. */
  Cancellable after(Duration delay, Runnable task);

  /** Holds the calling thread for the duration. An interrupt ends it at once. */
  void pause(Duration duration) throws InterruptedException;

  /** A planned task. */
  @FunctionalInterface
  interface Cancellable {
    /** Takes the task back; a task that has begun is not stopped. */
    void cancel();
  }
}
