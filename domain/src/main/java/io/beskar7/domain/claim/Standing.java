package io.beskar7.domain.claim;

import org.jspecify.annotations.Nullable;

/** What a read of its host says of a ticket. */
enum Standing {
  /** The machine holds the host. */
  BOUND,
  /** The host can be bound by this ticket at the version that was read. */
  BINDABLE,
  /** The ticket could be used, but its host no longer fits: the epoch must be raised first. */
  UNFIT,
  /** A machine that runs on the host waits until it is no longer paused or leaving. */
  WITHHELD,
  /** The host's epoch is lower than the ticket's: somebody has put back an older host. */
  FALLEN_BACK,
  /** The ticket can never be used again. */
  DEAD;

  static Standing of(MachineView machine, Ticket ticket, @Nullable HostView host) {
    if (host == null || !host.uid().equals(ticket.hostUid())) {
      return DEAD;
    }
    if (host.epoch() == ticket.epoch() + 1 && host.heldBy(machine.uid())) {
      return BOUND;
    }
    if (host.epoch() != ticket.epoch()) {
      return host.epoch() > ticket.epoch() ? DEAD : FALLEN_BACK;
    }
    if (machine.providerHost() != null && host.withheld()) {
      return WITHHELD;
    }
    return Eligibility.refusal(machine, host) == null ? BINDABLE : UNFIT;
  }
}
