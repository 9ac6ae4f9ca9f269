package io.beskar7.bmc;

import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.Step;
import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.Problem;
import io.beskar7.redfish.RedfishClient;
import io.beskar7.redfish.RedfishSystem;
import io.beskar7.redfish.Result;
import java.util.Set;
import java.util.function.Function;

/** An operation that has a client: what its intent is made of. */
final class Run {

  /** Ends the operation from within, with its outcome. */
  static final class Ended extends Exception {
    private final transient Outcome outcome;

    Ended(Outcome outcome) {
      super(null, null, false, false);
      this.outcome = outcome;
    }

    Outcome outcome() {
      return outcome;
    }
  }

  private static final Set<Cause> LOGIN_TROUBLE =
      Set.of(Cause.SESSION_LOST, Cause.CREDENTIALS_REFUSED, Cause.LOGIN_BLOCKED);

  private final Operation operation;
  private final RedfishClient client;
  private final RedfishSystem system;
  private final Pace pace;
  private final Events events;
  private boolean loggedInAnew;
  private boolean lostLogin;

  Run(Operation operation, RedfishClient client, Pace pace, Events events) {
    this.operation = operation;
    this.client = client;
    this.system = client.system(operation.target.systemId(), pace);
    this.pace = pace;
    this.events = events;
  }

  /** Asks the BMC, unless the operation has been withdrawn. */
  <T> T ask(Function<RedfishSystem, Result<T>> call) throws Ended {
    return value(attempt(call));
  }

  /** Waits until the step is on record, then asks; before a new login for it, waits again. */
  <T> T ask(Step step, Function<RedfishSystem, Result<T>> call) throws Ended {
    announce(step);
    Result<T> result = attempt(call);
    if (lostSession(result) && !loggedInAnew) {
      // Someone may have ended the session to keep us out: whether the system is still ours is
      // looked at again before the password opens the door.
      loggedInAnew = true;
      announce(step);
      value(client.login(pace));
      result = attempt(call);
    }
    return value(result);
  }

  private <T> Result<T> attempt(Function<RedfishSystem, Result<T>> call) throws Ended {
    if (operation.cancelled()) {
      throw new Ended(new Outcome.Cancelled());
    }
    return call.apply(system);
  }

  /** Whether the last word came from the login: the client is of no more use. */
  boolean lostLogin() {
    return lostLogin;
  }

  private static boolean lostSession(Result<?> result) {
    return result instanceof Result.Failed<?>(Problem problem)
        && problem.cause() == Cause.SESSION_LOST;
  }

  private void announce(Step step) throws Ended {
    operation.due(step);
    events.emit(new BmcEvent.StepDue(operation.host, operation.id, step));
    try {
      switch (operation.awaitRelease()) {
        case YES -> {}
        case CANCELLED -> throw new Ended(new Outcome.Cancelled());
        case TOO_LATE ->
            throw failed(BmcFailure.TIMEOUT, "step " + step + " was not put on record in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Ended(new Outcome.Cancelled());
    }
  }

  Ended failed(BmcFailure failure, String seen) {
    return new Ended(new Outcome.Failed(failure, operation.target.address() + ": " + seen));
  }

  private <T> T value(Result<T> result) throws Ended {
    return switch (result) {
      case Result.Ok<T>(T value) -> value;
      case Result.Failed<T>(Problem problem) -> throw ended(problem);
    };
  }

  private Ended ended(Problem problem) {
    lostLogin = LOGIN_TROUBLE.contains(problem.cause());
    boolean withdrawn = operation.cancelled() || problem.cause() == Cause.ABANDONED;
    return new Ended(
        withdrawn
            ? new Outcome.Cancelled()
            : new Outcome.Failed(Translation.failure(problem.cause()), problem.message()));
  }
}
