package io.beskar7.domain.host;

import org.jspecify.annotations.Nullable;

/** The state that the facts ask for. */
final class StateRule {
  private StateRule() {}

  /**
   * The next state and, for a host that cannot be used, why.
   *
   * @param trouble null unless the state is ERROR, or ENROLLING for a reason of its own
   */
  record Next(HostState state, @Nullable Finding trouble) {
    static Next of(HostState state) {
      return new Next(state, null);
    }

    static Next error(Finding trouble) {
      return new Next(HostState.ERROR, trouble);
    }
  }

  static Next next(HostFacts facts, Draft draft, HostPolicy policy) {
    if (toBeCleaned(facts, draft)) {
      return Next.of(HostState.CLEANING);
    }
    return facts.holder() == Holder.NONE ? free(facts, draft, policy) : Next.of(held(facts));
  }

  /** Whether a machine lets go of the host, or has left it without a confirmed power-off. */
  static boolean toBeCleaned(HostFacts facts, Draft draft) {
    return switch (facts.holder()) {
      case HOLDING, PROVISIONED -> false;
      case LETTING_GO -> true;
      case LETTING_GO_PAUSED -> draft.state == HostState.CLEANING;
      case NONE ->
          draft.state.usedByMachine()
              || (draft.state == HostState.CLEANING && !cleaned(facts, draft));
    };
  }

  private static boolean cleaned(HostFacts facts, Draft draft) {
    return released(facts, draft) && draft.operation == null && !draft.overrideLeft;
  }

  /** Whether the BMC has said Off since the host was last used: letting go raises the epoch. */
  static boolean released(HostFacts facts, Draft draft) {
    return draft.releasedEpoch == facts.epoch()
        || (facts.holder() == Holder.NONE && draft.releasedEpoch == facts.epoch() - 1);
  }

  private static HostState held(HostFacts facts) {
    RunFacts open = facts.openRun();
    if (open != null) {
      return RunRule.accepted(open) ? HostState.DEPLOYING : HostState.INSPECTING;
    }
    return facts.holder() == Holder.PROVISIONED || RunRule.succeeded(facts.newestRun())
        ? HostState.READY
        : HostState.IN_USE;
  }

  private static Next free(HostFacts facts, Draft draft, HostPolicy policy) {
    if (facts.wishes().maintenance()) {
      return Next.of(HostState.MAINTENANCE);
    }
    if (draft.state == HostState.MAINTENANCE) {
      return Next.of(HostState.ENROLLING);
    }
    if (facts.access() instanceof Access.Barred(Cause cause, String message)) {
      return Next.error(Finding.no(cause, message));
    }
    Finding connection = draft.connection;
    if (facts.enrolment().missing() || draft.enrolled != null) {
      return connection != null && !connection.holds()
          ? Next.error(connection)
          : Next.of(HostState.ENROLLING);
    }
    if (facts.namedBy() != null) {
      return new Next(HostState.ENROLLING, Findings.namedBy(facts.namedBy()));
    }
    Finding defect = defect(facts, draft, policy);
    if (defect != null) {
      return Next.error(defect);
    }
    return connection == null
        ? Next.of(HostState.ENROLLING)
        : connection.holds() ? Next.of(HostState.AVAILABLE) : Next.error(connection);
  }

  private static @Nullable Finding defect(HostFacts facts, Draft draft, HostPolicy policy) {
    Finding quarantine = RunRule.quarantine(facts, draft, policy);
    if (quarantine != null) {
      return quarantine;
    }
    if (!facts.rivals().isEmpty()) {
      return Findings.rivals(facts.rivals());
    }
    return switch (facts.enrolment()) {
      case WITHOUT_MAC -> Findings.WITHOUT_MAC;
      case WITHOUT_PXE -> Findings.WITHOUT_PXE;
      case NONE, ELSEWHERE, COMPLETE -> null;
    };
  }
}
