package io.beskar7.domain.host;

import java.util.EnumSet;
import java.util.Set;

/** Where a host is in its life. The constants are those of the API. */
public enum HostState {
  ENROLLING,
  AVAILABLE,
  IN_USE,
  INSPECTING,
  DEPLOYING,
  READY,
  CLEANING,
  MAINTENANCE,
  ERROR;

  private static final Set<HostState> WITH_A_MACHINE =
      EnumSet.of(IN_USE, INSPECTING, DEPLOYING, READY);

  /** Whether a machine may have used the server in this state, so that it has to be cleaned. */
  public boolean usedByMachine() {
    return WITH_A_MACHINE.contains(this);
  }

  /**
   * Whether {@code next} may follow. What a machine has used is free again only through CLEANING,
   * what was in maintenance only through ENROLLING, and what runs is never inspected or deployed
   * anew.
   */
  public boolean mayBecome(HostState next) {
    return switch (this) {
      case IN_USE, INSPECTING, DEPLOYING -> next.usedByMachine() || next == CLEANING;
      case READY -> next == READY || next == IN_USE || next == CLEANING;
      case MAINTENANCE -> next != AVAILABLE && next != ERROR;
      case ENROLLING, AVAILABLE, CLEANING, ERROR -> true;
    };
  }
}
