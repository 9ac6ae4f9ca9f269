package io.beskar7.domain.host;

import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.PowerState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The memory while a decision is being made; never leaves the decision. */
final class Draft {
  final HostState before;
  HostState state;
  @Nullable Operation operation;
  @Nullable Finding connection;
  PowerState power;
  long releasedEpoch;
  long forgivenEpoch;
  boolean overrideLeft;
  @Nullable String run;
  @Nullable InspectionPhase phase;
  int consecutiveFailures;
  Outcome.@Nullable Enrolled enrolled;
  final List<HostAction> actions = new ArrayList<>();

  Draft(HostMemory memory) {
    this.before = memory.state();
    this.state = memory.state();
    this.operation = memory.operation();
    this.connection = memory.connection();
    this.power = memory.power();
    this.releasedEpoch = memory.releasedEpoch();
    this.forgivenEpoch = memory.forgivenEpoch();
    this.overrideLeft = memory.overrideLeft();
    this.run = memory.run();
    this.phase = memory.phase();
    this.consecutiveFailures = memory.consecutiveFailures();
  }

  /** The operation is over; what a network boot may have left behind is remembered. */
  void endOperation() {
    if (operation != null) {
      overrideLeft |= operation.mayLeaveOverride();
      operation = null;
    }
  }

  /** Whether the order to power on is on record for the run. */
  boolean powerOnRecorded(String aRun) {
    return aRun.equals(run) && phase != null && phase != InspectionPhase.PENDING;
  }

  boolean connectionLost() {
    return connection != null && !connection.holds();
  }

  HostMemory memory() {
    return new HostMemory(
        state,
        operation,
        connection,
        power,
        releasedEpoch,
        forgivenEpoch,
        overrideLeft,
        run,
        phase,
        consecutiveFailures);
  }
}
