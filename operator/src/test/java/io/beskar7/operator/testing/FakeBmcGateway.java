package io.beskar7.operator.testing;

import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.BmcGateway;
import io.beskar7.domain.bmc.BmcTarget;
import io.beskar7.domain.bmc.HostKey;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.domain.bmc.Step;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A gateway to {@link FakeBmcs} that keeps the contract: steps wait for their record, a newer
 * intent withdraws the older, every operation ends with one word.
 */
public final class FakeBmcGateway implements BmcGateway {
  private static final class Operation {
    final HostKey host;
    final String id;
    final BmcTarget target;
    final Intent intent;
    volatile boolean cancelled;
    volatile CompletableFuture<Boolean> step = new CompletableFuture<>();
    volatile Step due;

    Operation(HostKey host, String id, BmcTarget target, Intent intent) {
      this.host = host;
      this.id = id;
      this.target = target;
      this.intent = intent;
    }
  }

  private static final class Ended extends Exception {
    private static final long serialVersionUID = 1L;
    final transient Outcome outcome;

    Ended(Outcome outcome) {
      this.outcome = outcome;
    }
  }

  private final FakeBmcs bmcs;
  private final Map<HostKey, Operation> current = new ConcurrentHashMap<>();
  private volatile Consumer<BmcEvent> listener = event -> {};
  private volatile Predicate<Intent> stuck = intent -> false;
  private volatile Predicate<Step> dying = step -> false;
  private volatile boolean dead;
  private volatile boolean closed;

  public FakeBmcGateway(FakeBmcs bmcs) {
    this.bmcs = bmcs;
  }

  /** Intents that match get no answer until they are withdrawn. */
  public void stick(Predicate<Intent> which) {
    stuck = which;
  }

  /** When such a step is due the process dies after its record: the word to go on never arrives. */
  public void dieAt(Predicate<Step> which) {
    dying = which;
  }

  /** Whether it died. */
  public boolean dead() {
    return dead;
  }

  @Override
  public void submit(HostKey host, String operationId, BmcTarget target, Intent intent) {
    Operation operation = new Operation(host, operationId, target, intent);
    synchronized (this) {
      Operation before = current.get(host);
      if (closed || (before != null && before.id.equals(operationId))) {
        return;
      }
      current.put(host, operation);
      if (before != null) {
        withdraw(before);
      }
    }
    Thread.ofVirtual().name("fake-bmc").start(() -> run(operation));
  }

  private void run(Operation operation) {
    emit(new BmcEvent.Started(operation.host, operation.id));
    Outcome outcome;
    try {
      outcome = reach(operation, bmcs.at(operation.target.address()));
    } catch (Ended ended) {
      outcome = ended.outcome;
    }
    synchronized (this) {
      current.remove(operation.host, operation);
    }
    emit(new BmcEvent.Finished(operation.host, operation.id, outcome));
  }

  private void emit(BmcEvent event) {
    if (!closed) {
      listener.accept(event);
    }
  }

  private Outcome reach(Operation operation, FakeBmcs.Server server) throws Ended {
    if (stuck.test(operation.intent)) {
      await(operation, operation.step);
    }
    String system = operation.target.systemId();
    server.systems.put(
        operation.intent.getClass().getSimpleName(), system == null ? "any" : system);
    ask(operation, server);
    return switch (operation.intent) {
      case Intent.Enrol() -> {
        server.log.add("enrol");
        yield new Outcome.Enrolled(server.facts, server.power);
      }
      case Intent.ReadState() -> new Outcome.StateRead(server.power, "OK");
      case Intent.PowerOff() -> {
        server.log.add("off");
        server.power = PowerState.OFF;
        yield new Outcome.PoweredOff();
      }
      case Intent.ClearOverride() -> {
        server.log.add("clear");
        server.override = false;
        yield new Outcome.OverrideCleared();
      }
      case Intent.BootFromNetwork(Step from) -> boot(operation, server, from);
    };
  }

  private Outcome boot(Operation operation, FakeBmcs.Server server, Step from) throws Ended {
    if (from != Step.ON) {
      due(operation, server, Step.OFF);
      server.log.add("off");
      server.power = PowerState.OFF;
      due(operation, server, Step.OVERRIDE);
      server.log.add("override");
      server.override = true;
      due(operation, server, Step.ON);
      server.log.add("on " + operation.id);
      server.power = PowerState.ON;
      server.override = server.persistent;
    }
    return server.power == PowerState.ON
        ? new Outcome.BootStarted(server.persistent)
        : new Outcome.Failed(BmcFailure.POWER_NOT_CONFIRMED, "the system is not on");
  }

  private void due(Operation operation, FakeBmcs.Server server, Step step) throws Ended {
    operation.step = new CompletableFuture<>();
    operation.due = step;
    if (dying.test(step)) {
      dead = true;
    }
    emit(new BmcEvent.StepDue(operation.host, operation.id, step));
    await(operation, operation.step);
    ask(operation, server);
  }

  private static void await(Operation operation, CompletableFuture<Boolean> word) throws Ended {
    try {
      if (operation.cancelled || !word.get()) {
        throw new Ended(new Outcome.Cancelled());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private void ask(Operation operation, FakeBmcs.Server server) throws Ended {
    if (closed || operation.cancelled) {
      throw new Ended(new Outcome.Cancelled());
    }
    BmcFailure trouble = server.trouble;
    if (trouble != null) {
      throw new Ended(new Outcome.Failed(trouble, "fake trouble"));
    }
    if (!server.password.equals(operation.target.credentials().password())) {
      server.log.add("refused");
      throw new Ended(new Outcome.Failed(BmcFailure.CREDENTIALS_REFUSED, "401 Unauthorized"));
    }
  }

  @Override
  public void proceed(HostKey host, String operationId, Step step) {
    Operation operation = current.get(host);
    if (!dead && operation != null && operation.id.equals(operationId) && operation.due == step) {
      operation.step.complete(true);
    }
  }

  @Override
  public void cancel(HostKey host) {
    Operation operation = current.get(host);
    if (operation != null) {
      withdraw(operation);
    }
  }

  private static void withdraw(Operation operation) {
    operation.cancelled = true;
    operation.step.complete(false);
  }

  @Override
  public String active(HostKey host) {
    Operation operation = current.get(host);
    return operation == null ? null : operation.id;
  }

  @Override
  public void listener(Consumer<BmcEvent> heard) {
    listener = heard;
  }

  /** As a crash: what runs stops where it is, and nobody hears of it. */
  @Override
  public void close() {
    closed = true;
    current.values().forEach(FakeBmcGateway::withdraw);
  }
}
