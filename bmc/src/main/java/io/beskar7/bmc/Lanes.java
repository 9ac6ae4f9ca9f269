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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final Duration CLOSE_PATIENCE = Duration.ofMillis(4800);
  private static final Duration EVENTS_PATIENCE = Duration.ofMillis(300);

  private final RedfishConnector connector;
  private final Time time;
  private final LaneMetrics metrics;
  private final LaneKey.Resolver resolver;
  private final Events events = new Events();

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<HostKey, Operation> current = new HashMap<>();

  /** All that have not had their last word, also those that were replaced and still run. */
  private final Set<Operation> unfinished = new HashSet<>();

  private final Crew crew;
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
    this.metrics = metrics;
    this.resolver = resolver;
    Worker worker =
        new Worker(time, settings, new LoginGuard(ledger, time, metrics), events, metrics);
    this.crew =
        new Crew(
            lock,
            time,
            settings,
            () -> new Sessions(connector, time, metrics),
            (lane, operation) -> run(worker, lane, operation));
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
      unfinished.add(operation);
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
      if (!operation.cancelled()) {
        crew.add(key, operation);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whatever breaks, the operation has its last word. */
  private void run(Worker worker, Lane lane, Operation operation) {
    Outcome outcome =
        new Outcome.Failed(
            BmcFailure.UNEXPECTED_ANSWER,
            operation.target.address() + ": an internal error ended the operation");
    try {
      outcome = worker.run(lane, operation);
    } finally {
      finish(operation, outcome);
    }
  }

  /** What waits ends at once; what runs, before its next step. */
  private void withdraw(Operation operation) {
    operation.cancel();
    lock.lock();
    try {
      if (operation.lane == null || crew.remove(operation)) {
        if (finish(operation, new Outcome.Cancelled())) {
          metrics.operationWithdrawn(operation.kind());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** False when the last word has been spoken before. */
  private boolean finish(Operation operation, Outcome outcome) {
    if (!operation.finish()) {
      return false;
    }
    lock.lock();
    try {
      current.remove(operation.host, operation);
      unfinished.remove(operation);
    } finally {
      lock.unlock();
    }
    events.emit(new BmcEvent.Finished(operation.host, operation.id, outcome));
    return true;
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
      open = List.copyOf(unfinished);
      all = crew.dismiss();
    } finally {
      lock.unlock();
    }
    open.forEach(this::withdraw);
    try {
      long end = System.nanoTime() + CLOSE_PATIENCE.toNanos();
      Closing.of(all, end - EVENTS_PATIENCE.toNanos());
      open.forEach(operation -> finish(operation, new Outcome.Cancelled()));
      events.end(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connector.close();
    }
  }
}
