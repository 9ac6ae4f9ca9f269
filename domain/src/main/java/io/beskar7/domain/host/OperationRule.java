package io.beskar7.domain.host;

import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.host.Operation.Kind;
import io.beskar7.domain.host.RunFacts.Progress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is asked of the BMC next, one thing at a time. */
final class OperationRule {
  private final HostFacts facts;
  private final Draft draft;
  private final HostPolicy policy;
  private final Instant now;

  OperationRule(HostFacts facts, Draft draft, HostPolicy policy, Instant now) {
    this.facts = facts;
    this.draft = draft;
    this.policy = policy;
    this.now = now;
  }

  /** Changes the draft's operation and adds actions; returns when to look again, null: on news. */
  @Nullable Instant next() {
    Kind wanted = wanted();
    Operation recorded = draft.operation;
    if (recorded == null) {
      return wanted == null ? withdrawPoll() : begin(wanted);
    }
    boolean known = recorded.id().equals(facts.lane().running());
    boolean kept = recorded.kind() == wanted && servesOpenRun(recorded);
    if (kept) {
      return known ? goOn(recorded) : resume(recorded);
    }
    if (known) {
      draft.actions.add(new HostAction.CancelOperation());
      return null;
    }
    draft.endOperation();
    return next();
  }

  private @Nullable Kind wanted() {
    if (facts.holder() == Holder.LETTING_GO_PAUSED) {
      return null;
    }
    return switch (draft.state) {
      case MAINTENANCE -> null;
      case CLEANING -> facts.wishes().hold() ? null : cleaning();
      case INSPECTING -> toBeBooted() ? Kind.BOOT_FROM_NETWORK : Kind.READ_STATE;
      case DEPLOYING -> Kind.READ_STATE;
      case IN_USE, READY -> held();
      case ENROLLING, AVAILABLE, ERROR -> toBeEnrolled() ? Kind.ENROL : Kind.READ_STATE;
    };
  }

  private @Nullable Kind cleaning() {
    if (!StateRule.released(facts, draft)) {
      return Kind.POWER_OFF;
    }
    if (closedToUs()) {
      draft.overrideLeft = false; // best effort: nobody can get at it
    }
    return draft.overrideLeft ? Kind.CLEAR_OVERRIDE : null;
  }

  private Kind held() {
    if (facts.enrolment() == Enrolment.NONE) {
      return Kind.ENROL;
    }
    return draft.overrideLeft ? Kind.CLEAR_OVERRIDE : Kind.READ_STATE;
  }

  /** Changed Secrets are tried by a whole enrolment, which is what a person expects to see. */
  private boolean toBeEnrolled() {
    boolean otherTarget = facts.lane() instanceof Lane.Ended ended && !ended.sameTarget();
    Operation recorded = draft.operation;
    boolean underWay = recorded != null && recorded.kind() == Kind.ENROL;
    return draft.enrolled == null && (facts.enrolment().missing() || otherTarget || underWay);
  }

  /** An attempt is powered on once: when the order is on record, only its own operation goes on. */
  private boolean toBeBooted() {
    RunFacts open = facts.openRun();
    if (open == null || !facts.holder().keeps() || facts.enrolment().missing()) {
      return false;
    }
    Operation recorded = draft.operation;
    boolean underWay = recorded != null && servesOpenRun(recorded);
    return underWay || (open.progress() == Progress.NOTHING && !draft.powerOnRecorded(open.name()));
  }

  private boolean servesOpenRun(Operation operation) {
    RunFacts open = facts.openRun();
    return operation.kind() != Kind.BOOT_FROM_NETWORK
        || (open != null && open.name().equals(operation.run()));
  }

  private @Nullable Instant goOn(Operation recorded) {
    Instant deadline = deadline(recorded);
    if (now.isBefore(deadline)) {
      if (facts.lane() instanceof Lane.StepDue(String _, Step due, Instant _)) {
        step(recorded, due);
      }
      return deadline;
    }
    draft.connection =
        Finding.no(Cause.BMC_TIMEOUT, "the BMC operation did not end before its deadline");
    draft.actions.add(new HostAction.CancelOperation());
    return null;
  }

  /** Time spent waiting behind others' operations, of dead BMCs say, is not its own. */
  private Instant deadline(Operation recorded) {
    Instant startedAt =
        switch (facts.lane()) {
          case Lane.Busy(String _, Instant started) -> started == null ? now : started;
          case Lane.StepDue(String _, Step _, Instant started) -> started;
          case Lane.Idle _, Lane.Ended _ -> recorded.startedAt();
        };
    Instant own = startedAt.plus(policy.operationDeadline());
    return own.isAfter(recorded.deadline()) ? own : recorded.deadline();
  }

  private void step(Operation recorded, Step due) {
    Step passed = recorded.step();
    if (passed == null || passed.compareTo(due) < 0) {
      draft.operation = recorded.at(due);
      if (due == Step.ON) {
        draft.phase = InspectionPhase.BOOTING;
      }
    } else if (passed == Step.ON && due != Step.ON) {
      draft.actions.add(new HostAction.CancelOperation()); // nothing is repeated after On
      return;
    }
    draft.actions.add(new HostAction.Proceed(recorded.id(), due));
  }

  /** After a restart the lane has forgotten what is on record. */
  private @Nullable Instant resume(Operation recorded) {
    if (closedToUs()) {
      draft.endOperation();
      return null;
    }
    draft.actions.add(new HostAction.Submit(recorded.id(), recorded.intent()));
    return recorded.deadline();
  }

  private @Nullable Instant begin(Kind kind) {
    if (closedToUs()) {
      return null;
    }
    Instant due = due(kind);
    if (due == null || due.isAfter(now)) {
      return due;
    }
    if (kind == Kind.READ_STATE) {
      return poll();
    }
    RunFacts open = facts.openRun();
    String run = kind == Kind.BOOT_FROM_NETWORK && open != null ? open.name() : null;
    Operation begun =
        new Operation(
            run != null ? run : id(kind),
            kind,
            run,
            kind == Kind.BOOT_FROM_NETWORK ? Step.OFF : null,
            failures() + 1,
            now,
            now.plus(policy.operationDeadline()));
    draft.operation = begun;
    draft.actions.add(new HostAction.Submit(begun.id(), begun.intent()));
    return begun.deadline();
  }

  private @Nullable Instant poll() {
    if (facts.lane().running() == null) {
      String id = id(Kind.READ_STATE);
      draft.actions.add(new HostAction.Submit(id, new Intent.ReadState()));
    }
    return null;
  }

  private @Nullable Instant withdrawPoll() {
    if (facts.lane().running() != null) {
      draft.actions.add(new HostAction.CancelOperation());
    }
    return null;
  }

  /** Whether nothing may be sent: no way in, or not to the server that the machine runs on. */
  private boolean closedToUs() {
    boolean otherServer =
        facts.enrolment() == Enrolment.ELSEWHERE
            && (facts.holder() != Holder.NONE || draft.state == HostState.CLEANING);
    return otherServer || facts.access() instanceof Access.Barred;
  }

  /** When the next thing of this kind is due; null: not before something changes. */
  private @Nullable Instant due(Kind kind) {
    if (!(facts.lane() instanceof Lane.Ended ended) || !ended.sameTarget()) {
      return now;
    }
    if (ended.at().isAfter(now)) {
      return now; // the clock was set back: waiting for the old time could take for ever
    }
    if (ended.outcome() instanceof Outcome.Failed(var cause, String _)) {
      Duration wait = policy.waitAfter(cause, ended.failures());
      return wait == null ? null : ended.at().plus(wait);
    }
    return kind == Kind.READ_STATE ? ended.at().plus(policy.pollEvery()) : now;
  }

  private int failures() {
    return facts.lane() instanceof Lane.Ended ended
            && ended.outcome() instanceof Outcome.Failed
            && ended.sameTarget()
        ? ended.failures()
        : 0;
  }

  private String id(Kind kind) {
    String word =
        switch (kind) {
          case ENROL -> "enrol-";
          case READ_STATE -> "read-";
          case POWER_OFF -> "off-";
          case CLEAR_OVERRIDE -> "clear-";
          case BOOT_FROM_NETWORK -> "boot-";
        };
    return word + now.toEpochMilli();
  }
}
