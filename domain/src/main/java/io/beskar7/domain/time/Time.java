package io.beskar7.domain.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The product's clock and timer. Durations given here are in product time: with a scale of N they
 * pass N times as fast, while {@link #now()} stays the wall clock, so that timestamps written
 * before a restart keep their meaning.
 */
public interface Time {

  /** The wall clock. */
  Instant now();

  /** The real time that passes while {@code product} passes; never negative. */
  Duration scaled(Duration product);

  /** The wall-clock instant at which {@code product} from now has passed. */
  default Instant deadline(Duration product) {
    return now().plus(scaled(product));
  }

  /** Runs {@code task} once, on a thread of the timer, after {@code delay} of product time. */
  Timer schedule(Duration delay, Runnable task);

  /** Blocks the calling thread for {@code duration} of product time. */
  void pause(Duration duration) throws InterruptedException;

  /** A task that has been scheduled. */
  interface Timer {
    /** Prevents the task from starting; does nothing when it already has. */
    void cancel();
  }
}
