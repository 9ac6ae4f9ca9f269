package io.beskar7.bmc;

import io.beskar7.domain.bmc.BmcTarget;
import io.beskar7.domain.bmc.HostKey;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** An intent that was submitted, until its one last word. */
final class Operation {
  final HostKey host;
  final String id;
  final BmcTarget target;
  final Intent intent;
  final Instant submitted;

  /** Where it waits; guarded by the lock of {@link Lanes}. */
  @Nullable Lane lane;

  private final AtomicBoolean finished = new AtomicBoolean();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean cancelled;
  private @Nullable Step due;
  private boolean expired;

  Operation(HostKey host, String id, BmcTarget target, Intent intent, Instant submitted) {
    this.host = host;
    this.id = id;
    this.target = target;
    this.intent = intent;
    this.submitted = submitted;
  }

  /** True for the one caller who may speak the last word. */
  boolean finish() {
    return finished.compareAndSet(false, true);
  }

  String kind() {
    return intent.getClass().getSimpleName();
  }

  boolean overtakes() {
    return intent instanceof Intent.PowerOff;
  }

  void cancel() {
    lock.lock();
    try {
      cancelled = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean cancelled() {
    lock.lock();
    try {
      return cancelled;
    } finally {
      lock.unlock();
    }
  }

  /** From now on a release of the step counts. */
  void due(Step step) {
    lock.lock();
    try {
      due = step;
    } finally {
      lock.unlock();
    }
  }

  void release(Step step) {
    lock.lock();
    try {
      if (due == step) {
        due = null;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  enum Released {
    YES,
    CANCELLED,
    TOO_LATE
  }

  /** The operation's time is over; set once, by its timer. */
  void expire() {
    lock.lock();
    try {
      expired = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Released awaitRelease() throws InterruptedException {
    lock.lock();
    try {
      while (due != null && !cancelled && !expired) {
        changed.await();
      }
      if (cancelled) {
        return Released.CANCELLED;
      }
      return due == null ? Released.YES : Released.TOO_LATE;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the duration; false as soon as the operation is cancelled. */
  boolean pause(Time time, Duration duration) throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Time.Timer timer = time.schedule(duration, () -> end(over));
    lock.lock();
    try {
      while (!over.get() && !cancelled) {
        changed.await();
      }
      return !cancelled;
    } finally {
      lock.unlock();
      timer.cancel();
    }
  }

  private void end(AtomicBoolean wait) {
    lock.lock();
    try {
      wait.set(true);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
