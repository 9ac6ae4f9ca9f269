package io.beskar7.bmc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of one lane, whose operations have been withdrawn.
 *
 * @param worker the lane's thread, null when it has none
 */
record Closing(@Nullable Thread worker, Sessions sessions) {
  /** A login that is on its way gets its answer, or its session could never be deleted. */
  private static final Duration GRACE = Duration.ofMillis(1500);

  /**
   * Ends all at the same time; returns when they have ended.
   *
   * @param end the System.nanoTime at which it returns in any case
   */
  static void of(List<Closing> lanes, long end) throws InterruptedException {
    List<Thread> closing = new ArrayList<>();
    for (Closing lane : lanes) {
      closing.add(Thread.ofVirtual().name("bmc-close").start(lane::close));
    }
    for (Thread thread : closing) {
      thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }

  private void close() {
    try {
      if (worker != null && !worker.join(GRACE)) {
        worker.interrupt();
        worker.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sessions.closeAll();
  }
}
