package io.beskar7.app.election;

import io.beskar7.domain.time.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one process says to the store, and learns from it. One question at a time. */
final class Candidate {
  private static final Logger log = LoggerFactory.getLogger(Candidate.class);

  /** What became of a renewal. */
  sealed interface Renewal {
    record Renewed(LeaseStore.Stored lease) implements Renewal {}

    /** It was taken or deleted. */
    record Lost() implements Renewal {}

    /** Another change came between: to be tried again. */
    record Overtaken() implements Renewal {}
  }

  private final LeaseStore store;
  private final ElectionTimings timings;
  private final String identity;
  private final Time time;
  private final ElectionCounters counters;
  private final Observation observation;
  private volatile String holder = "";

  Candidate(
      LeaseStore store,
      ElectionTimings timings,
      String identity,
      Time time,
      ElectionCounters counters) {
    this.store = store;
    this.timings = timings;
    this.identity = identity;
    this.time = time;
    this.counters = counters;
    this.observation = new Observation(time);
  }

  /** Who led when the store was last asked; empty when nobody. */
  String holder() {
    return holder;
  }

  /** Sees who leads; null when there is no Lease. */
  LeaseStore.@Nullable Stored look() {
    LeaseStore.Stored stored = store.read();
    holder = stored == null ? "" : stored.lease().holder();
    if (stored != null) {
      observation.saw(stored);
    }
    return stored;
  }

  /** Whether nobody else may rely on what was seen. */
  boolean isFree(LeaseStore.@Nullable Stored seen) {
    if (seen == null) {
      return true;
    }
    String current = seen.lease().holder();
    return current.isEmpty() || current.equals(identity) || observation.isExpired(seen);
  }

  /** The Lease in place of what was seen, or null when another was faster. */
  LeaseStore.@Nullable Stored take(LeaseStore.@Nullable Stored seen) {
    LeaseStore.Stored won =
        seen == null
            ? store.create(LeaseRecord.first(identity, timings.lease(), time.now()))
            : store.update(
                seen.lease().takenBy(identity, timings.lease(), time.now()), seen.version());
    if (won != null) {
      holder = identity;
      observation.forget();
    }
    return won;
  }

  Renewal renew(LeaseStore.Stored mine) {
    LeaseStore.Stored renewed = store.update(mine.lease().renewedAt(time.now()), mine.version());
    if (renewed == null) {
      counters.slowPath();
      LeaseStore.Stored stored = store.read();
      holder = stored == null ? "" : stored.lease().holder();
      if (stored == null || !holder.equals(identity)) {
        return new Renewal.Lost();
      }
      renewed = store.update(mine.lease().renewedAt(time.now()), stored.version());
    }
    return renewed == null ? new Renewal.Overtaken() : new Renewal.Renewed(renewed);
  }

  /** Frees the Lease if it still is this process's; otherwise, it runs out by itself. */
  void release() {
    try {
      LeaseStore.Stored stored = store.read();
      if (stored != null && stored.lease().holder().equals(identity)) {
        boolean freed = store.update(stored.lease().released(time.now()), stored.version()) != null;
        holder = freed ? "" : holder;
      }
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("could not release the leader lease: it runs out by itself");
    }
  }

  /** No more is to be acquired. */
  void close() {
    observation.forget();
  }
}
