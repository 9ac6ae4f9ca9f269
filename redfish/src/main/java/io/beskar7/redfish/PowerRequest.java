package io.beskar7.redfish;

/** The power states that can be asked for. */
public enum PowerRequest {
  ON(Power.ON),
  /** Through the operating system, and by force when that does not end in time. */
  OFF(Power.OFF),
  /** At once. */
  FORCE_OFF(Power.OFF),
  /** Through the operating system only. */
  GRACEFUL_SHUTDOWN(Power.OFF);

  private final Power goal;

  PowerRequest(Power goal) {
    this.goal = goal;
  }

  public Power goal() {
    return goal;
  }
}
