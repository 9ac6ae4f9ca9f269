package io.beskar7.redfish.http;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Problem;
import java.time.Duration;

/** Carries a problem to the face of the client, which turns it into a result. */
public final class Trouble extends Exception {
  private final transient Problem problem;
  private final Duration notBefore;

  public Trouble(Problem problem) {
    this(problem, Duration.ZERO);
  }

  /**
   * @param notBefore how long the service wants to be left alone
   */
  public Trouble(Problem problem, Duration notBefore) {
    super(problem.message(), null, false, false);
    this.problem = problem;
    this.notBefore = notBefore;
  }

  public Trouble(Cause cause, String message) {
    this(new Problem(cause, message));
  }

  public Duration notBefore() {
    return notBefore;
  }

  public Problem problem() {
    return problem;
  }
}
