package io.beskar7.redfish.http;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Problem;

/** Carries a problem to the face of the client, which turns it into a result. */
public final class Trouble extends Exception {
  private final transient Problem problem;

  public Trouble(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  public Trouble(Cause cause, String message) {
    this(new Problem(cause, message));
  }

  public Problem problem() {
    return problem;
  }
}
