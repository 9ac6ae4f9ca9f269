package io.beskar7.app.election;

import io.beskar7.domain.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leader's work, begun and ended in turn. When it is told to end while it is being started, the
 * start is interrupted, and what was started is ended.
 */
final class Work {
  private static final Logger log = LoggerFactory.getLogger(Work.class);

  /** Who holds the Lease. Called without any lock. */
  interface Owner {
    /** The work could not be started, or not in time: it has to be told to end. */
    void failed(String why);

    /** The work has ended, and is not begun again before this returns. */
    void ended();
  }

  private final Leadership leadership;
  private final Executor executor;
  private final Owner owner;
  private final WorkWatch watch;

  private Stage stage = Stage.STANDING_BY;
  private boolean wanted;
  private @Nullable Thread starter;
  private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);

  /**
   * @param executor runs {@code leadership}; may run it on any thread
   */
  Work(Leadership leadership, Executor executor, Time time, Owner owner) {
    this.leadership = leadership;
    this.executor = executor;
    this.owner = owner;
    this.watch = new WorkWatch(time);
  }

  synchronized WorkStatus status() {
    return new WorkStatus(stage, watch.trouble(), watch.stuck());
  }

  synchronized boolean isIdle() {
    return stage == Stage.STANDING_BY;
  }

  /** Begins; only when idle. */
  void begin() {
    synchronized (this) {
      stage = Stage.STARTING;
      wanted = true;
      idle = new CompletableFuture<>();
      watch.starts(owner::failed);
    }
    executor.execute(this::run);
  }

  /** Ends what was begun, if anything; returns at once. */
  void end() {
    synchronized (this) {
      if (!wanted) {
        return;
      }
      wanted = false;
      watch.ends();
      if (stage == Stage.STARTING) {
        if (starter != null) {
          starter.interrupt();
        }
        return;
      }
      stage = Stage.ENDING;
    }
    executor.execute(this::stop);
  }

  private void run() {
    if (!enter()) {
      finish();
    } else if (!leave(start())) {
      stop();
    }
  }

  /** False when it was told to end before it was begun. */
  private synchronized boolean enter() {
    starter = wanted ? Thread.currentThread() : null;
    return wanted;
  }

  /** An Error counts too: else this process would lead without working. */
  private @Nullable Throwable start() {
    try {
      leadership.started();
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  /** False when the work is to end. */
  private boolean leave(@Nullable Throwable failure) {
    synchronized (this) {
      starter = null;
      Thread.interrupted(); // whoever ends the work is not the one who was interrupted
      if (wanted && failure == null) {
        stage = Stage.WORKING;
        watch.works();
        return true;
      }
      stage = Stage.ENDING;
      if (!wanted || failure == null) {
        log.atInfo().setCause(failure).log("leader ended its work while starting it");
        return false;
      }
      wanted = false;
      watch.fails(failure);
    }
    log.atError().setCause(failure).log("leader could not start its work");
    owner.failed("could not start");
    return false;
  }

  private void stop() {
    try {
      leadership.stopped();
    } catch (RuntimeException | Error e) {
      log.atError().setCause(e).log("leader could not stop its work in order");
    }
    finish();
  }

  private void finish() {
    try {
      owner.ended();
    } finally {
      rest().complete(null);
    }
  }

  private synchronized CompletableFuture<Void> rest() {
    stage = Stage.STANDING_BY;
    watch.rests();
    return idle;
  }

  /** Waits in real time until nothing is begun; false when that takes longer. */
  boolean awaitIdle(Duration limit) {
    try {
      idle().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    }
  }

  private synchronized CompletableFuture<Void> idle() {
    return idle;
  }
}
