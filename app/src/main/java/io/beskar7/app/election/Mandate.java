package io.beskar7.app.election;

import io.beskar7.domain.time.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The Lease as long as it may be relied on: until its deadline, which runs on a timer that an
 * unanswered request does not hold up. Work is begun and ended with it, in the same order.
 */
final class Mandate {
  private static final Logger log = LoggerFactory.getLogger(Mandate.class);

  private final String identity;
  private final Time time;
  private final Duration renew;
  private final Work work;

  private LeaseStore.@Nullable Stored held;
  private @Nullable Deadline deadline;
  private boolean resigned;
  private boolean closed;

  Mandate(String identity, Time time, Duration renew, Work work) {
    this.identity = identity;
    this.time = time;
    this.renew = renew;
    this.work = work;
  }

  synchronized LeaseStore.@Nullable Stored held() {
    return held;
  }

  /** False when it is too late: because of the deadline, or because this was closed. */
  synchronized boolean begin(LeaseStore.Stored won, Deadline until) {
    if (closed || until.passed) {
      return false;
    }
    held = won;
    deadline = until;
    log.atInfo().addKeyValue("identity", identity).log("successfully acquired lease");
    work.begin();
    return true;
  }

  /** False when it is too late. */
  synchronized boolean extend(LeaseStore.Stored renewed, Deadline until) {
    if (held == null || until.passed) {
      return false;
    }
    held = renewed;
    replaceDeadline(until);
    return true;
  }

  /** The Lease is no longer this process's, or must be taken for that. */
  synchronized void lose(String why) {
    end(why);
  }

  /** The Lease is to be freed once the work has ended; see {@link #takeResigned}. */
  synchronized void resign(String why) {
    resigned = resigned || held != null;
    end(why);
  }

  /** Ends for good. */
  synchronized void close(boolean release) {
    closed = true;
    if (release) {
      resign("this process ends");
    } else {
      lose("this process ends");
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Whether the Lease is to be freed now; true once for each that was resigned. */
  synchronized boolean takeResigned() {
    boolean was = resigned;
    resigned = false;
    return was;
  }

  private void end(String why) {
    if (held == null) {
      return;
    }
    held = null;
    replaceDeadline(null);
    log.atLevel(closed ? Level.INFO : Level.WARN)
        .addKeyValue("identity", identity)
        .addKeyValue("why", why)
        .log("stopped leading");
    work.end();
  }

  private void replaceDeadline(@Nullable Deadline next) {
    if (deadline != null) {
      deadline.cancel();
    }
    deadline = next;
  }

  /** Of a Lease whose renewal is sent after this call. */
  Deadline deadlineFromNow() {
    return new Deadline();
  }

  /** Ends the mandate, unless a later one has replaced it. */
  final class Deadline {
    private final Time.Timer timer = time.schedule(renew, this::pass);
    private boolean passed; // guarded by the mandate

    void cancel() {
      timer.cancel();
    }

    private void pass() {
      synchronized (Mandate.this) {
        passed = true;
        if (deadline == this) {
          lose("it could not renew its Lease in time");
        }
      }
    }
  }
}
