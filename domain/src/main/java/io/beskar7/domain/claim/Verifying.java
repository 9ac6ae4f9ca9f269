package io.beskar7.domain.claim;

import io.beskar7.domain.claim.Outcome.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Whether a machine holds its host: the machine is read first, then the host. Nothing is done to a
 * host in a machine's name before this has ended in Bound.
 */
public final class Verifying {
  private Verifying() {}

  /**
   * Ends in Bound, Waits or Dead.
   *
   * @param uid of the machine that is meant; another one of its name holds nothing for it
   */
  public static Walk of(ObjectName machine, String uid) {
    return new Look(machine, uid);
  }

  private record Look(ObjectName machine, String uid) implements Walk.ReadsMachine {
    @Override
    public Walk found(@Nullable MachineView found) {
      if (found == null || !found.uid().equals(uid) || found.ticket() == null) {
        return dead();
      }
      if (found.deleting() || found.ticket().releasing()) {
        return waits(Cause.RELEASING, "the machine gives its host back");
      }
      return new LookAtHost(found, found.ticket());
    }
  }

  private record LookAtHost(MachineView machine, Ticket ticket) implements Walk.ReadsHost {
    @Override
    public ObjectName host() {
      return new ObjectName(machine.name().namespace(), ticket.host());
    }

    @Override
    public Walk found(@Nullable HostView found) {
      Standing standing = Standing.of(machine, ticket, found);
      if (found == null || standing == Standing.DEAD) {
        return dead();
      }
      return switch (standing) {
        case BOUND -> new Walk.Ended(new Outcome.Bound(machine, found));
        case BINDABLE, UNFIT -> waits(Cause.UNSETTLED, Words.unsettled(found));
        case WITHHELD -> waits(Cause.PAUSED, Words.withheld(found));
        case FALLEN_BACK -> waits(Cause.EPOCH_FELL, Words.fellBack(ticket, found));
        case DEAD -> dead();
      };
    }
  }

  private static Walk dead() {
    return new Walk.Ended(new Outcome.Dead());
  }

  private static Walk waits(Cause cause, String text) {
    return new Walk.Ended(new Outcome.Waits(cause, text));
  }
}
