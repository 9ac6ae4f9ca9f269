package io.beskar7.domain.claim;

import org.jspecify.annotations.Nullable;

/** Marks the ticket of a machine that lives on: it gives this host back. */
public final class Releasing {
  private Releasing() {}

  /**
   * Ends in Nothing: the ticket says releasing, or there is none.
   *
   * @param uid of the machine that is meant; another one of its name is left alone
   */
  public static Walk of(ObjectName machine, String uid) {
    return new Look(machine, uid);
  }

  private record Look(ObjectName machine, String uid) implements Walk.ReadsMachine {
    @Override
    public Walk found(@Nullable MachineView found) {
      if (found == null || !found.uid().equals(uid) || found.ticket() == null) {
        return nothing();
      }
      return found.ticket().releasing()
          ? nothing()
          : new Mark(found, found.ticket().releasing(true));
    }
  }

  private record Mark(MachineView machine, Ticket ticket) implements Walk.WritesTicket {
    @Override
    public Walk written(MachineView now) {
      return nothing();
    }

    @Override
    public Walk unsure() {
      return new Look(machine.name(), machine.uid());
    }
  }

  private static Walk nothing() {
    return new Walk.Ended(new Outcome.Nothing());
  }
}
