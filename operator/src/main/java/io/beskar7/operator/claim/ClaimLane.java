package io.beskar7.operator.claim;

import io.beskar7.domain.time.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this process that claims and heals, one job at a time. Trouble with one job
 * delays that job alone: 1, 2, 4, then 8 seconds (concurrent-provisioning.md, "Conflict
 * Resolution"; a lost race is no trouble and is settled within the job).
 */
final class ClaimLane implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimLane.class);
  private static final int MOST_DOUBLINGS = 3;
  private static final Duration END = Duration.ofSeconds(5);

  private final LaneQueue queue;
  private final Time time;
  private final Consumer<Job> worker;
  private final Map<Job, Trouble> troubles = new HashMap<>(); // of the lane's thread alone
  private final Thread thread;

  private record Trouble(int failures, Time.Timer retry) {}

  ClaimLane(LaneQueue queue, Time time, Consumer<Job> worker) {
    this.queue = queue;
    this.time = time;
    this.worker = worker;
    this.thread = Thread.ofPlatform().name("beskar7-claims").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        attempt(queue.take());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt(Job job) {
    try {
      worker.accept(job);
      forget(job);
    } catch (RuntimeException | Error failure) { // without this thread nobody gets a host any more
      if (!Thread.currentThread().isInterrupted()) {
        backOff(job, failure, forget(job));
      }
    }
  }

  /** News may have come before the retry was due: then it is no longer needed. */
  private int forget(Job job) {
    Trouble trouble = troubles.remove(job);
    if (trouble == null) {
      return 0;
    }
    trouble.retry().cancel();
    return trouble.failures();
  }

  private void backOff(Job job, Throwable failure, int before) {
    Duration delay = Duration.ofSeconds(1L << Math.min(before, MOST_DOUBLINGS));
    LOG.atError()
        .addKeyValue("job", job)
        .addKeyValue("retryAfter", delay)
        .setCause(failure)
        .log("claim job failed");
    troubles.put(job, new Trouble(before + 1, time.schedule(delay, () -> again(job))));
  }

  private void again(Job job) {
    switch (job) {
      case Job.Claim claim -> queue.wake(claim.machine());
      case Job.Heal heal -> queue.heal(heal);
    }
  }

  /** Ends after the request that is under way. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(END);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
