package io.beskar7.app.election;

import io.beskar7.domain.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Holds a Lease, or waits for it, until closed. A leader stops before others may take over: its
 * renew deadline runs from the moment a successful renewal was <em>sent</em>, on a timer that an
 * unanswered request does not hold up.
 */
public final class Elector implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Elector.class);

  private final LeaseStore store;
  private final ElectionTimings timings;
  private final String identity;
  private final Time time;
  private final Leadership leadership;
  private final Executor transitions;
  private final ElectionCounters counters;
  private final Observation observation;

  private LeaseStore.@Nullable Stored held;
  private @Nullable Deadline deadline;
  private CompletableFuture<Void> transition = CompletableFuture.completedFuture(null);
  private Time.@Nullable Timer next;
  private String holder = "";
  private @Nullable String lastError;
  private boolean closed;

  /**
   * @param identity unique among all processes that ever ran
   * @param transitions runs {@link Leadership}; may run it on any thread
   */
  public Elector(
      LeaseStore store,
      ElectionTimings timings,
      String identity,
      Time time,
      Leadership leadership,
      Executor transitions,
      ElectionCounters counters) {
    this.store = store;
    this.timings = timings;
    this.identity = identity;
    this.time = time;
    this.leadership = leadership;
    this.transitions = transitions;
    this.counters = counters;
    this.observation = new Observation(time);
  }

  /** Begins to try; returns at once. */
  public void start() {
    log.atInfo().addKeyValue("identity", identity).log("attempting to acquire leader lease");
    time.schedule(Duration.ZERO, this::tick);
  }

  /** How this process stands now. */
  public synchronized Standing standing() {
    return new Standing(held != null, holder);
  }

  private void tick() {
    LeaseStore.Stored mine;
    synchronized (this) {
      if (closed) {
        return;
      }
      mine = held;
    }
    try {
      if (mine != null) {
        renew(mine);
      } else if (transition().isDone()) {
        acquire();
      }
      said(null);
    } catch (RuntimeException unknown) {
      counters.error();
      said(mine == null ? "unable to acquire lease" : "unable to renew lease", unknown);
    }
    synchronized (this) {
      next = closed ? null : time.schedule(timings.retry(), this::tick);
    }
  }

  private void acquire() {
    LeaseStore.Stored stored = store.read();
    if (stored != null) {
      noteHolder(stored.lease().holder());
      observation.saw(stored);
      if (!isFree(stored)) {
        return;
      }
    }
    Deadline until = new Deadline();
    LeaseStore.Stored won =
        stored == null
            ? store.create(LeaseRecord.first(identity, timings.lease(), time.now()))
            : store.update(
                stored.lease().takenBy(identity, timings.lease(), time.now()), stored.version());
    if (won == null) {
      until.cancel();
    } else {
      lead(won, until);
    }
  }

  private boolean isFree(LeaseStore.Stored stored) {
    String current = stored.lease().holder();
    return current.isEmpty() || current.equals(identity) || observation.isExpired(stored);
  }

  private synchronized void lead(LeaseStore.Stored won, Deadline until) {
    if (closed || until.hasPassed()) {
      until.cancel();
      return;
    }
    held = won;
    deadline = until;
    holder = identity;
    observation.forget();
    log.atInfo().addKeyValue("identity", identity).log("successfully acquired lease");
    transition = transition.thenRunAsync(this::begin, transitions);
  }

  private void begin() {
    try {
      leadership.started();
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("leader could not start its work");
      LeaseStore.Stored mine = stepDown("its work could not start", false);
      if (mine != null) {
        release(mine);
      }
    }
  }

  private void end() {
    try {
      leadership.stopped();
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("leader could not stop its work in order");
    }
  }

  private void renew(LeaseStore.Stored mine) {
    Deadline until = new Deadline();
    LeaseStore.Stored renewed = null;
    try {
      renewed = store.update(mine.lease().renewedAt(time.now()), mine.version());
      if (renewed == null) {
        counters.slowPath();
        LeaseStore.Stored stored = store.read();
        if (stored != null && stored.lease().holder().equals(identity)) {
          renewed = store.update(mine.lease().renewedAt(time.now()), stored.version());
        } else {
          noteHolder(stored == null ? "" : stored.lease().holder());
          stepDown("the Lease was taken or deleted", true);
        }
      }
    } finally {
      if (renewed == null || !extend(renewed, until)) {
        until.cancel();
      }
    }
  }

  private synchronized boolean extend(LeaseStore.Stored renewed, Deadline until) {
    if (held == null || until.hasPassed()) {
      return false;
    }
    held = renewed;
    if (deadline != null) {
      deadline.cancel();
    }
    deadline = until;
    return true;
  }

  private synchronized LeaseStore.@Nullable Stored stepDown(String why, boolean started) {
    LeaseStore.Stored mine = held;
    if (mine == null) {
      return null;
    }
    held = null;
    if (deadline != null) {
      deadline.cancel();
    }
    deadline = null;
    log.atLevel(closed ? Level.INFO : Level.WARN)
        .addKeyValue("identity", identity)
        .addKeyValue("why", why)
        .log("stopped leading");
    if (started) {
      transition = transition.thenRunAsync(this::end, transitions);
    }
    return mine;
  }

  private void release(LeaseStore.Stored mine) {
    try {
      LeaseStore.Stored stored = store.read();
      if (stored != null && stored.lease().holder().equals(identity)) {
        store.update(mine.lease().released(time.now()), stored.version());
        noteHolder("");
      }
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("could not release the leader lease: it runs out by itself");
    }
  }

  private synchronized CompletableFuture<Void> transition() {
    return transition;
  }

  private synchronized void noteHolder(String name) {
    holder = name;
  }

  private void said(@Nullable String message) {
    lastError = message;
  }

  private void said(String message, RuntimeException cause) {
    String error = message + ": " + cause.getMessage();
    if (!error.equals(lastError)) {
      log.atWarn().addKeyValue("error", String.valueOf(cause.getMessage())).log(message);
    }
    said(error);
  }

  /** Stops leading, then frees the Lease. */
  @Override
  public void close() {
    LeaseStore.Stored mine;
    synchronized (this) {
      closed = true;
      if (next != null) {
        next.cancel();
      }
      mine = stepDown("this process ends", true);
    }
    observation.forget();
    transition().join();
    if (mine != null && timings.releaseOnClose()) {
      release(mine);
    }
  }

  /** Ends the leadership unless it is replaced by a later one. */
  private final class Deadline {
    private final Time.Timer timer = time.schedule(timings.renew(), this::pass);
    private boolean passed;

    boolean hasPassed() {
      return passed;
    }

    void cancel() {
      timer.cancel();
    }

    private void pass() {
      synchronized (Elector.this) {
        passed = true;
        if (deadline == this) {
          stepDown("it could not renew its Lease in time", true);
        }
      }
    }
  }
}
