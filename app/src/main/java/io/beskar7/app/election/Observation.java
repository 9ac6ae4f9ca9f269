package io.beskar7.app.election;

import io.beskar7.domain.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * Tells when another's Lease has run out: when it was seen unchanged for its whole duration by this
 * process's own timer. The times inside the Lease are not looked at, so clocks may differ.
 */
final class Observation {
  private final Time time;
  private @Nullable String version;
  private boolean expired;
  private Time.@Nullable Timer timer;

  Observation(Time time) {
    this.time = time;
  }

  synchronized void saw(LeaseStore.Stored stored) {
    if (stored.version().equals(version)) {
      return;
    }
    forget();
    version = stored.version();
    timer = time.schedule(stored.lease().duration(), () -> expire(stored.version()));
  }

  synchronized boolean isExpired(LeaseStore.Stored stored) {
    return expired && stored.version().equals(version);
  }

  synchronized void forget() {
    if (timer != null) {
      timer.cancel();
    }
    timer = null;
    version = null;
    expired = false;
  }

  private synchronized void expire(String of) {
    expired = expired || of.equals(version);
  }
}
