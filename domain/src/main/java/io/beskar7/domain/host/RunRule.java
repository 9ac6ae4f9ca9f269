package io.beskar7.domain.host;

import io.beskar7.domain.host.RunFacts.Ending;
import io.beskar7.domain.host.RunFacts.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the runs of a host say about it. */
final class RunRule {
  private RunRule() {}

  /** Follows the run of the present claim: its name, how far it is, and what it counts. */
  static void follow(HostFacts facts, Draft draft) {
    RunFacts open = facts.openRun();
    RunFacts followed = open != null ? open : facts.newestRun();
    if (followed != null) {
      InspectionPhase reached = phase(followed, draft);
      draft.run = followed.name();
      draft.phase = reached;
    }
    draft.consecutiveFailures = failures(facts.runs(), draft.forgivenEpoch);
  }

  private static InspectionPhase phase(RunFacts run, Draft draft) {
    return switch (run.progress()) {
      case REPORTED, ACCEPTED -> InspectionPhase.COMPLETE;
      case REJECTED, WRONG_MACHINE -> InspectionPhase.FAILED;
      case SCRIPT_SERVED -> unreported(run, InspectionPhase.IN_PROGRESS);
      case NOTHING ->
          unreported(
              run,
              draft.powerOnRecorded(run.name())
                  ? InspectionPhase.BOOTING
                  : InspectionPhase.PENDING);
    };
  }

  private static InspectionPhase unreported(RunFacts run, InspectionPhase open) {
    return switch (run.ending()) {
      case OPEN, SUCCEEDED, CANCELLED -> open;
      case REPORT_MISSED -> InspectionPhase.TIMEOUT;
      case HOST_FAILED, FAILED -> InspectionPhase.FAILED;
    };
  }

  private static int failures(List<RunFacts> oldestFirst, long forgivenEpoch) {
    int count = 0;
    for (RunFacts run : oldestFirst) {
      if (run.epoch() > forgivenEpoch) {
        count =
            switch (run.ending()) {
              case SUCCEEDED -> 0;
              case REPORT_MISSED, HOST_FAILED -> count + 1;
              case OPEN, FAILED, CANCELLED -> count;
            };
      }
    }
    return count;
  }

  /** Why the host must not be claimed again before a person has looked at it, or null. */
  static @Nullable Finding quarantine(HostFacts facts, Draft draft, HostPolicy policy) {
    RunFacts newest = facts.runs().isEmpty() ? null : facts.runs().getLast();
    if (newest != null
        && newest.epoch() > draft.forgivenEpoch
        && newest.progress() == Progress.WRONG_MACHINE) {
      return Finding.no(Cause.WRONG_MACHINE, "run %s: %s".formatted(newest.name(), newest.note()));
    }
    if (newest != null && draft.consecutiveFailures >= policy.quarantineAfter()) {
      return Finding.no(
          Cause.QUARANTINED,
          "%d runs failed one after another, the last is %s: look at it, repair the host, then set"
                  .formatted(draft.consecutiveFailures, newest.name())
              + " spec.maintenance to true and back to false");
    }
    return null;
  }

  /** Orphaned open runs are closed, old closed ones beyond the number kept are deleted. */
  static void tidy(HostFacts facts, Draft draft, HostPolicy policy) {
    for (RunFacts run : facts.runs()) {
      if (run.open() && run.epoch() < facts.epoch()) {
        draft.actions.add(new HostAction.CloseRun(run.name(), Cause.SUPERSEDED));
      } else if (run.open() && run.machineMissing()) {
        draft.actions.add(new HostAction.CloseRun(run.name(), Cause.CONSUMER_GONE));
      }
    }
    List<RunFacts> closed = facts.runs().stream().filter(run -> !run.open()).toList();
    closed.stream()
        .limit(Math.max(0, closed.size() - policy.runsKept()))
        .forEach(run -> draft.actions.add(new HostAction.ForgetRun(run.name())));
  }

  static boolean succeeded(@Nullable RunFacts run) {
    return run != null && run.ending() == Ending.SUCCEEDED;
  }

  static boolean accepted(RunFacts run) {
    return run.progress() == Progress.ACCEPTED;
  }
}
