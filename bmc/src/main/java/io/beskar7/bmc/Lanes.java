package io.beskar7.bmc;

import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.BmcGateway;
import io.beskar7.domain.bmc.BmcTarget;
import io.beskar7.domain.bmc.HostKey;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.time.Time;
import io.beskar7.redfish.RedfishConnector;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One lane for each resolved BMC address, on virtual threads. In a lane one operation runs at a
 * time; over all lanes not more than the settings say. Sessions stay open between the operations of
 * a lane, until they have been idle for long enough.
 */
public final class Lanes implements BmcGateway {
  private final RedfishConnector connector;
  private final Time time;
  private final Supplier<BmcSettings> settings;
  private final LaneMetrics metrics;
  private final LaneKey.Resolver resolver;
  private final Permits permits;
  private final Events events = new Events();
  private final Worker worker;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<HostKey, Operation> current = new HashMap<>();
  private final Map<LaneKey, Lane> lanes = new HashMap<>();
  private boolean closed;

  /**
   * @param connector closed with the lanes
   */
  public Lanes(
      RedfishConnector connector,
      Time time,
      Supplier<BmcSettings> settings,
      LoginLedger ledger,
      LaneMetrics metrics) {
    this(connector, time, settings, ledger, metrics, LaneKey::resolve);
  }

  Lanes(
      RedfishConnector connector,
      Time time,
      Supplier<BmcSettings> settings,
      LoginLedger ledger,
      LaneMetrics metrics,
      LaneKey.Resolver resolver) {
    this.connector = connector;
    this.time = time;
    this.settings = settings;
    this.metrics = metrics;
    this.resolver = resolver;
    this.permits = new Permits(() -> settings.get().maxConcurrentOps());
    this.worker =
        new Worker(time, settings, new LoginGuard(ledger, time, metrics), events, metrics);
  }

  @Override
  public void listener(Consumer<BmcEvent> listener) {
    events.listener(listener);
  }

  @Override
  public void submit(HostKey host, String operationId, BmcTarget target, Intent intent) {
    Operation operation = new Operation(host, operationId, target, intent, time.now());
    Operation replaced;
    lock.lock();
    try {
      replaced = current.get(host);
      if (replaced != null && replaced.id.equals(operationId)) {
        return;
      }
      if (closed) {
        finish(operation, new Outcome.Cancelled());
        return;
      }
      current.put(host, operation);
    } finally {
      lock.unlock();
    }
    if (replaced != null) {
      withdraw(replaced);
    }
    // A name may have to be looked up, which takes its time.
    Thread.ofVirtual().name("bmc-resolve").start(() -> enqueue(operation));
  }

  private void enqueue(Operation operation) {
    LaneKey key;
    try {
      key = resolver.resolve(operation.target.address());
    } catch (UnknownHostException e) {
      finish(
          operation,
          new Outcome.Failed(
              BmcFailure.UNREACHABLE,
              operation.target.address() + ": its name cannot be resolved"));
      return;
    }
    lock.lock();
    try {
      if (operation.cancelled()) {
        finish(operation, new Outcome.Cancelled());
        return;
      }
      Lane lane =
          lanes.computeIfAbsent(key, any -> new Lane(key, new Sessions(connector, time, metrics)));
      operation.lane = lane;
      lane.add(operation);
      employ(lane);
    } finally {
      lock.unlock();
    }
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
      lane.sessions.closeIdle(settings.get().sessionIdle());
      while (hasWork(lane)) {
        permits.acquire();
        try {
          runNext(lane);
        } finally {
          permits.release();
        }
      }
    } catch (InterruptedException e) {
      // Closing: whoever interrupted has withdrawn what waits, and closes the sessions.
      Thread.currentThread().interrupt();
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
      finish(operation, worker.run(lane, operation));
    }
  }

  /** What waits ends at once; what runs, before its next step. */
  private void withdraw(Operation operation) {
    operation.cancel();
    lock.lock();
    try {
      Lane lane = operation.lane;
      if (lane != null && lane.remove(operation)) {
        metrics.operationWithdrawn(operation.kind());
        finish(operation, new Outcome.Cancelled());
      }
    } finally {
      lock.unlock();
    }
  }

  private void finish(Operation operation, Outcome outcome) {
    if (!operation.finish()) {
      return;
    }
    lock.lock();
    try {
      current.remove(operation.host, operation);
    } finally {
      lock.unlock();
    }
    events.emit(new BmcEvent.Finished(operation.host, operation.id, outcome));
  }

  @Override
  public void proceed(HostKey host, String operationId, Step step) {
    Operation operation = find(host);
    if (operation != null && operation.id.equals(operationId)) {
      operation.release(step);
    }
  }

  @Override
  public void cancel(HostKey host) {
    Operation operation = find(host);
    if (operation != null) {
      withdraw(operation);
    }
  }

  @Override
  public @Nullable String active(HostKey host) {
    Operation operation = find(host);
    return operation == null ? null : operation.id;
  }

  /** Whether the host's operation has its place in a lane; for tests. */
  boolean waiting(HostKey host) {
    lock.lock();
    try {
      Operation operation = current.get(host);
      return operation != null && operation.lane != null;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Operation find(HostKey host) {
    lock.lock();
    try {
      return current.get(host);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    List<Operation> open;
    List<Closing> all;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      open = List.copyOf(current.values());
      all = lanes.values().stream().map(lane -> new Closing(lane.worker, lane.sessions)).toList();
    } finally {
      lock.unlock();
    }
    open.forEach(this::withdraw);
    try {
      Closing.of(all);
      open.forEach(operation -> finish(operation, new Outcome.Cancelled()));
      events.end(Duration.ofMillis(300));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connector.close();
    }
  }
}
