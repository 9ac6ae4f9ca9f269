package io.beskar7.bmc;

import io.beskar7.domain.time.Time;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that work for the lanes: one for each lane that has something to do, none for the
 * others. Methods that are not private are called with the lock held.
 */
final class Crew {
  private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

  private final ReentrantLock lock;
  private final Time time;
  private final Supplier<BmcSettings> settings;
  private final Supplier<Sessions> sessions;
  private final BiConsumer<Lane, Operation> duty;
  private final Permits permits;
  private final Map<LaneKey, Lane> lanes = new HashMap<>();
  private boolean closed;

  Crew(
      ReentrantLock lock,
      Time time,
      Supplier<BmcSettings> settings,
      Supplier<Sessions> sessions,
      BiConsumer<Lane, Operation> duty) {
    this.lock = lock;
    this.time = time;
    this.settings = settings;
    this.sessions = sessions;
    this.duty = duty;
    this.permits = new Permits(() -> settings.get().maxConcurrentOps());
  }

  void add(LaneKey key, Operation operation) {
    Lane lane = lanes.computeIfAbsent(key, any -> new Lane(key, sessions.get()));
    operation.lane = lane;
    lane.add(operation);
    employ(lane);
  }

  /** False when it does not wait: it runs, or has ended. */
  boolean remove(Operation operation) {
    Lane lane = operation.lane;
    return lane != null && lane.remove(operation);
  }

  List<Closing> dismiss() {
    closed = true;
    return lanes.values().stream().map(lane -> new Closing(lane.worker, lane.sessions)).toList();
  }

  private void employ(Lane lane) {
    if (lane.worker == null && !closed) {
      if (lane.idleTimer != null) {
        lane.idleTimer.cancel();
        lane.idleTimer = null;
      }
      lane.worker = Thread.ofVirtual().name("bmc-" + lane.key).start(() -> work(lane));
    }
  }

  private void work(Lane lane) {
    try {
      guarded(lane, () -> lane.sessions.closeIdle(settings.get().sessionIdle()));
      while (hasWork(lane)) {
        permits.acquire();
        try {
          guarded(lane, () -> runNext(lane));
        } finally {
          permits.release();
        }
      }
    } catch (InterruptedException e) {
      // Closing: whoever interrupted has withdrawn what waits, and closes the sessions.
      Thread.currentThread().interrupt();
    }
  }

  /** A bug in one task must not take the lane with it. */
  private static void guarded(Lane lane, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("bmc", lane.key).setCause(e).log("a task of a BMC lane broke");
    }
  }

  /** False, once, when the thread has to end. */
  private boolean hasWork(Lane lane) {
    lock.lock();
    try {
      if (!lane.isEmpty() && !closed) {
        return true;
      }
      lane.worker = null;
      if (lane.sessions.isEmpty()) {
        lanes.remove(lane.key, lane);
      } else if (!closed) {
        lane.idleTimer = time.schedule(settings.get().sessionIdle(), () -> wake(lane));
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void wake(Lane lane) {
    lock.lock();
    try {
      employ(lane);
    } finally {
      lock.unlock();
    }
  }

  private void runNext(Lane lane) {
    Operation operation;
    lock.lock();
    try {
      operation = lane.next();
    } finally {
      lock.unlock();
    }
    if (operation != null) {
      duty.accept(lane, operation);
    }
  }
}
