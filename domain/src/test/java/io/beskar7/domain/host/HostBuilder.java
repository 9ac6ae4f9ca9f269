package io.beskar7.domain.host;

import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.bmc.SystemFacts;
import io.beskar7.domain.host.HostFacts.Presence;
import io.beskar7.domain.host.HostFacts.Wishes;
import io.beskar7.domain.host.RunFacts.Ending;
import io.beskar7.domain.host.RunFacts.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A host for tests: free, enrolled and available unless said otherwise. */
final class HostBuilder {
  static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");
  static final HostPolicy POLICY = HostPolicy.DEFAULT;
  static final Finding CONNECTED = Finding.yes(Cause.CONNECTED, "");

  Presence presence = Presence.NORMAL;
  boolean finalizer = true;
  Wishes wishes = new Wishes(false, false, false);
  long epoch;
  Holder holder = Holder.NONE;
  Access access = new Access.Usable();
  Enrolment enrolment = Enrolment.COMPLETE;
  List<String> rivals = List.of();
  String namedBy;
  final List<RunFacts> runs = new ArrayList<>();
  Lane lane = new Lane.Idle();
  HostState state = HostState.AVAILABLE;
  Operation operation;
  Finding connection = CONNECTED;
  long released = -1;
  long forgiven = -1;
  boolean overrideLeft;
  String run;
  InspectionPhase phase;

  static HostBuilder host() {
    return new HostBuilder();
  }

  static HostBuilder claimed(long epoch) {
    HostBuilder host = host();
    host.holder = Holder.HOLDING;
    host.epoch = epoch;
    host.state = HostState.IN_USE;
    return host;
  }

  HostBuilder state(HostState next) {
    state = next;
    return this;
  }

  HostBuilder holder(Holder next) {
    holder = next;
    return this;
  }

  HostBuilder lane(Lane next) {
    lane = next;
    return this;
  }

  HostBuilder operation(Operation next) {
    operation = next;
    return this;
  }

  HostBuilder run(String name, int attempt, Progress progress, Ending ending) {
    runs.add(new RunFacts(name, epoch, attempt, progress, ending, false, "note"));
    return this;
  }

  HostBuilder ended(String id, Outcome outcome) {
    return lane(new Lane.Ended(id, outcome, NOW, outcome instanceof Outcome.Failed ? 1 : 0, true));
  }

  HostFacts facts() {
    return new HostFacts(
        presence,
        finalizer,
        wishes,
        epoch,
        holder,
        access,
        enrolment,
        rivals,
        namedBy,
        runs,
        lane,
        new HostMemory(
            state,
            operation,
            connection,
            PowerState.UNKNOWN,
            released,
            forgiven,
            overrideLeft,
            run,
            phase,
            0));
  }

  HostDecision decide() {
    return HostLifecycle.decide(facts(), NOW, POLICY);
  }

  /** The host as it is once the decision is on record and its submit has reached the lane. */
  HostBuilder after(HostDecision decision) {
    HostMemory memory = decision.memory();
    state = memory.state();
    operation = memory.operation();
    connection = memory.connection();
    released = memory.releasedEpoch();
    forgiven = memory.forgivenEpoch();
    overrideLeft = memory.overrideLeft();
    run = memory.run();
    phase = memory.phase();
    for (HostAction action : decision.actions()) {
      if (action instanceof HostAction.Submit(String id, var _)) {
        lane = new Lane.Busy(id, NOW);
      } else if (action instanceof HostAction.Proceed(String id, Step _)) {
        lane = new Lane.Busy(id, NOW);
      }
    }
    return this;
  }

  static Operation operation(Operation.Kind kind, String id) {
    return new Operation(id, kind, null, null, 1, NOW, NOW.plus(POLICY.operationDeadline()));
  }

  static Operation boot(String run, Step step) {
    return new Operation(
        run,
        Operation.Kind.BOOT_FROM_NETWORK,
        run,
        step,
        1,
        NOW,
        NOW.plus(POLICY.operationDeadline()));
  }

  static Outcome failed(BmcFailure cause) {
    return new Outcome.Failed(cause, "seen");
  }

  static Outcome enrolled() {
    return new Outcome.Enrolled(
        new SystemFacts(
            "/redfish/v1/Systems/1",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of("02:00:00:00:00:01"),
            List.of(),
            true,
            "generic"),
        PowerState.ON);
  }
}
