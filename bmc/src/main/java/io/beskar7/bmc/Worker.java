package io.beskar7.bmc;

import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.time.Time;
import io.beskar7.redfish.Cause;
import io.beskar7.redfish.LoginGate;
import io.beskar7.redfish.Problem;
import io.beskar7.redfish.RedfishClient;
import io.beskar7.redfish.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Runs one operation from its start to its outcome. */
final class Worker {
  private final Time time;
  private final Supplier<BmcSettings> settings;
  private final LoginGuard guard;
  private final Events events;
  private final LaneMetrics metrics;

  Worker(
      Time time,
      Supplier<BmcSettings> settings,
      LoginGuard guard,
      Events events,
      LaneMetrics metrics) {
    this.time = time;
    this.settings = settings;
    this.guard = guard;
    this.events = events;
    this.metrics = metrics;
  }

  Outcome run(Lane lane, Operation operation) {
    Instant started = time.now();
    events.emit(new BmcEvent.Started(operation.host, operation.id));
    metrics.operationStarted(operation.kind(), Duration.between(operation.submitted, started));
    Duration timeout = settings.get().operationTimeout();
    Time.Timer timer = time.schedule(timeout, operation::expire);
    Outcome outcome;
    try {
      outcome =
          attempt(lane, operation, new OperationPace(operation, time, time.deadline(timeout)));
    } finally {
      timer.cancel();
    }
    lane.sessions.used(operation.target);
    metrics.operationEnded(operation.kind(), name(outcome), Duration.between(started, time.now()));
    return outcome;
  }

  private Outcome attempt(Lane lane, Operation operation, OperationPace pace) {
    if (operation.cancelled()) {
      return new Outcome.Cancelled();
    }
    LoginGate gate =
        guard.gate(lane.key, operation.target.address().toString(), operation.target.credentials());
    return switch (lane.sessions.open(operation.target, gate, pace)) {
      case Result.Failed<RedfishClient>(Problem problem) ->
          problem.cause() == Cause.ABANDONED || operation.cancelled()
              ? new Outcome.Cancelled()
              : new Outcome.Failed(Translation.failure(problem.cause()), problem.message());
      case Result.Ok<RedfishClient>(RedfishClient client) ->
          reach(lane, operation, new Run(operation, client, pace, events));
    };
  }

  private static Outcome reach(Lane lane, Operation operation, Run run) {
    try {
      return Intents.reach(operation.intent, run);
    } catch (Run.Ended ended) {
      if (run.lostLogin()) {
        lane.sessions.drop(operation.target);
      }
      return ended.outcome();
    }
  }

  private static String name(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        ? failed.cause().name()
        : outcome.getClass().getSimpleName();
  }
}
