package io.beskar7.app.election;

import io.beskar7.domain.time.Time;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices work that does not start or does not end, and remembers what went wrong. */
final class WorkWatch {
  private static final Logger log = LoggerFactory.getLogger(WorkWatch.class);

  /** The framework itself gives up after two minutes on a cache that does not fill. */
  static final Duration START = Duration.ofMinutes(3);

  static final Duration END = Duration.ofMinutes(1);

  /** A follower whose start failed long ago is no worse than others: it would be tried again. */
  static final Duration MEMORY = Duration.ofMinutes(10);

  private final Time time;
  private Time.Timer timer = () -> {};
  private int step;
  private @Nullable String trouble;
  private boolean stuck;

  WorkWatch(Time time) {
    this.time = time;
  }

  /**
   * The work is being started.
   *
   * @param late is told when that takes too long, on a thread of the timer, without a lock
   */
  synchronized void starts(Consumer<String> late) {
    int armed = nextStep();
    timer =
        time.schedule(
            START,
            () -> {
              if (isLate(armed)) {
                late.accept("did not start in time");
              }
            });
  }

  private synchronized boolean isLate(int armed) {
    boolean late = armed == step;
    if (late) {
      trouble = "did not start within " + START.toMinutes() + " minutes";
    }
    return late;
  }

  /** The start threw. */
  synchronized void fails(Throwable failure) {
    trouble = "could not start: " + words(failure);
    ends();
  }

  synchronized void works() {
    nextStep();
    trouble = null;
  }

  /** The work is being ended. */
  synchronized void ends() {
    arm(END, this::overdue);
  }

  private void overdue() {
    stuck = true;
    trouble = "did not end within " + END.toSeconds() + " seconds: restart this process";
    log.atError().addKeyValue("limit", END).log("leader's work does not end");
  }

  /** Nothing is under way. */
  synchronized void rests() {
    trouble = stuck ? null : trouble;
    stuck = false;
    arm(MEMORY, () -> trouble = null);
  }

  synchronized @Nullable String trouble() {
    return trouble;
  }

  /** Whether the end is overdue. */
  synchronized boolean stuck() {
    return stuck;
  }

  private void arm(Duration limit, Runnable task) {
    int armed = nextStep();
    timer = time.schedule(limit, () -> runIfStill(armed, task));
  }

  /** A timer that is cancelled may have begun to run. */
  private synchronized void runIfStill(int armed, Runnable task) {
    if (armed == step) {
      task.run();
    }
  }

  private int nextStep() {
    timer.cancel();
    return ++step;
  }

  private static String words(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
