package io.beskar7.domain.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of a host. Every state has a deadline or an event that ends it, a next action, and a
 * cause that is named when it is missed; what cannot follow is said aloud, and nothing is done.
 */
public final class HostLifecycle {
  private HostLifecycle() {}

  /** Decides from the facts alone. */
  public static HostDecision decide(HostFacts facts, Instant now, HostPolicy policy) {
    boolean free = facts.holder() == Holder.NONE;
    return switch (facts.presence()) {
      case LEAVING -> drop(facts, withdrawal(facts));
      case PAUSED -> HostDecision.only(facts.memory(), withdrawal(facts));
      case DELETING ->
          free ? drop(facts, List.of(new HostAction.CancelOperation())) : live(facts, now, policy);
      case NORMAL ->
          facts.finalizer()
              ? live(facts, now, policy)
              : HostDecision.only(facts.memory(), List.of(new HostAction.AddFinalizer()));
    };
  }

  /** What waits or runs at the BMC would be done to a host that is not ours to touch any more. */
  private static List<HostAction> withdrawal(HostFacts facts) {
    return facts.lane().running() == null ? List.of() : List.of(new HostAction.CancelOperation());
  }

  private static HostDecision drop(HostFacts facts, List<HostAction> before) {
    List<HostAction> actions = new ArrayList<>();
    if (facts.finalizer()) {
      actions.addAll(before);
      actions.add(new HostAction.DropFinalizer());
    }
    return new HostDecision(facts.memory(), null, null, false, actions, null);
  }

  private static HostDecision live(HostFacts facts, Instant now, HostPolicy policy) {
    Draft draft = new Draft(facts.memory());
    Settling.settle(facts, draft);
    RunRule.follow(facts, draft);
    StateRule.Next next = StateRule.next(facts, draft, policy);
    if (!draft.before.mayBecome(next.state())) {
      return stopped(draft, Findings.illegal(draft.before, next.state()));
    }
    boolean backInService =
        draft.before == HostState.MAINTENANCE && next.state() == HostState.ENROLLING;
    if (backInService) {
      draft.forgivenEpoch = facts.epoch();
      draft.consecutiveFailures = 0;
      draft.connection = null;
      draft.run = null;
      draft.phase = null;
    }
    draft.state = next.state();
    @Nullable Instant nextLook = new OperationRule(facts, draft, policy, now).next();
    RunRule.tidy(facts, draft, policy);
    sayOfConnection(facts, draft);
    return new HostDecision(
        draft.memory(),
        Findings.ready(facts, draft, next.trouble()),
        draft.enrolled,
        backInService,
        draft.actions,
        nextLook);
  }

  private static HostDecision stopped(Draft draft, Finding illegal) {
    return new HostDecision(draft.memory(), illegal, draft.enrolled, false, draft.actions, null);
  }

  private static void sayOfConnection(HostFacts facts, Draft draft) {
    Finding heard = draft.connection;
    boolean elsewhere =
        facts.enrolment() == Enrolment.ELSEWHERE
            && (facts.holder() != Holder.NONE || draft.state == HostState.CLEANING);
    draft.connection =
        switch (facts.access()) {
          case Access.Barred(Cause cause, String message) -> Finding.no(cause, message);
          case Access.Usable _ when elsewhere -> Findings.ELSEWHERE;
          case Access.Usable(String warning) when heard != null && heard.holds() ->
              Finding.yes(heard.cause(), warning);
          case Access.Usable _ -> heard;
        };
  }
}
