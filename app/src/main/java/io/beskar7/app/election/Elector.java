package io.beskar7.app.election;

import io.beskar7.domain.time.Time;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a Lease, or waits for it, until closed. A leader stops before others may take over: its
 * renew deadline runs from the moment a successful renewal was <em>sent</em>. What was lost is not
 * acquired again before the work of the last time has ended. That no two work at once needs {@code
 * lease - renew} to be more than the time in which work ends.
 */
public final class Elector implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Elector.class);

  private final ElectionTimings timings;
  private final String identity;
  private final Time time;
  private final Candidate candidate;
  private final Work work;
  private final Mandate mandate;
  private final ElectionCounters counters;

  private Time.@Nullable Timer next;
  private volatile boolean lettingOthersFirst;
  private volatile @Nullable String trouble = "the leader Lease has not been read yet";

  /**
   * @param store gives every answer, or none, within a time that is short beside the renew deadline
   * @param identity unique among all processes that ever ran
   * @param executor runs {@link Leadership}; may run it on any thread
   */
  public Elector(
      LeaseStore store,
      ElectionTimings timings,
      String identity,
      Time time,
      Leadership leadership,
      Executor executor,
      ElectionCounters counters) {
    this.timings = timings;
    this.identity = identity;
    this.time = time;
    this.counters = counters;
    this.candidate = new Candidate(store, timings, identity, time, counters);
    this.work = new Work(leadership, executor, time, new Holder());
    this.mandate = new Mandate(identity, time, timings.renew(), work);
  }

  /** Begins to try; returns at once. */
  public void start() {
    log.atInfo().addKeyValue("identity", identity).log("attempting to acquire leader lease");
    time.schedule(Duration.ZERO, this::tick);
  }

  /** Who leads, as far as this process knows. */
  public Standing standing() {
    boolean leader = mandate.held() != null;
    return new Standing(leader, leader ? identity : candidate.holder());
  }

  /** How the leader's work stands in this process. */
  public WorkStatus work() {
    return work.status();
  }

  /** Why the Lease cannot be reached, in words; null when the last try got an answer. */
  public @Nullable String trouble() {
    return trouble;
  }

  private void tick() {
    if (mandate.isClosed()) {
      return;
    }
    try {
      attempt();
    } finally { // whatever happens: without the next try, this process would never lead again
      scheduleNext();
    }
  }

  private synchronized void scheduleNext() {
    next = mandate.isClosed() ? null : time.schedule(timings.retry(), this::tick);
  }

  private void attempt() {
    LeaseStore.Stored mine = mandate.held();
    try {
      if (mine != null) {
        renew(mine);
      } else if (work.isIdle() && !lettingOthersFirst) {
        acquire();
      } else {
        lettingOthersFirst = !work.isIdle() && lettingOthersFirst;
        candidate.look();
      }
      trouble = null;
    } catch (RuntimeException unknown) {
      counters.error();
      failed(mine == null ? "unable to acquire lease" : "unable to renew lease", unknown);
    }
  }

  private void acquire() {
    LeaseStore.Stored seen = candidate.look();
    if (!candidate.isFree(seen)) {
      return;
    }
    Mandate.Deadline until = mandate.deadlineFromNow();
    LeaseStore.Stored won = null;
    boolean leads = false;
    try {
      won = candidate.take(seen);
      leads = won != null && mandate.begin(won, until);
    } finally {
      if (!leads) {
        until.cancel();
      }
    }
    if (won != null && !leads && mandate.isClosed() && timings.releaseOnClose()) {
      candidate.release();
    }
  }

  private void renew(LeaseStore.Stored mine) {
    Mandate.Deadline until = mandate.deadlineFromNow();
    boolean extended = false;
    try {
      switch (candidate.renew(mine)) {
        case Candidate.Renewal.Renewed(var lease) -> extended = mandate.extend(lease, until);
        case Candidate.Renewal.Lost _ -> mandate.lose("the Lease was taken or deleted");
        case Candidate.Renewal.Overtaken _ -> {}
      }
    } finally {
      if (!extended) {
        until.cancel();
      }
    }
  }

  private void failed(String message, RuntimeException cause) {
    String error = message + ": " + cause.getMessage();
    if (!error.equals(trouble)) {
      log.atWarn().addKeyValue("error", String.valueOf(cause.getMessage())).log(message);
    }
    trouble = error;
  }

  /** Stops leading at once, and frees the Lease once the work has ended. */
  void resign() {
    mandate.close(timings.releaseOnClose());
    synchronized (this) {
      if (next != null) {
        next.cancel();
      }
    }
    candidate.close();
  }

  /** Stops leading, then frees the Lease; waits for the work to end, but not for ever. */
  @Override
  public void close() {
    resign();
    if (!work.awaitIdle(timings.lease())) {
      log.atWarn().log("leader's work has not ended: the leader lease runs out by itself");
    }
  }

  /** What the work does to the Lease. */
  private final class Holder implements Work.Owner {
    @Override
    public void failed(String why) {
      lettingOthersFirst = true;
      mandate.resign("its work " + why);
    }

    @Override
    public void ended() {
      if (mandate.takeResigned()) {
        candidate.release();
      }
    }
  }
}
