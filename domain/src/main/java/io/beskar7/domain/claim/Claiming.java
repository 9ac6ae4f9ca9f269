package io.beskar7.domain.claim;

import io.beskar7.domain.claim.HostChange.Raise;
import io.beskar7.domain.claim.Outcome.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A machine comes to a host: nominate, ticket, bind. Whatever happens in between (409, a lost
 * answer, a crash), the next walk follows the ticket that is there, whoever wrote it; only a dead
 * ticket is ever replaced or cleared.
 */
public final class Claiming {
  private Claiming() {}

  /** Ends in Bound, NoHost, Waits or NotAsking. */
  public static Walk of(ObjectName machine) {
    return new Look(machine);
  }

  private record Look(ObjectName machine) implements Walk.ReadsMachine {
    @Override
    public Walk found(@Nullable MachineView found) {
      if (found == null) {
        return notAsking("it does not exist");
      }
      if (found.moving() || found.paused()) {
        return waits(Cause.PAUSED, "machine or Cluster is paused or leaving");
      }
      if (found.deleting() || found.releasing()) {
        return notAsking("it lets go of its host");
      }
      if (!found.finalizer()) {
        return notAsking("it has no finalizer yet");
      }
      return found.ticket() == null ? new Choose(found) : new Follow(found, found.ticket());
    }
  }

  private record Follow(MachineView machine, Ticket ticket) implements Walk.ReadsHost {
    @Override
    public ObjectName host() {
      return new ObjectName(machine.name().namespace(), ticket.host());
    }

    @Override
    public Walk found(@Nullable HostView found) {
      return follow(machine, ticket, found);
    }
  }

  private static Walk follow(MachineView machine, Ticket ticket, @Nullable HostView host) {
    Standing standing = Standing.of(machine, ticket, host);
    if (host == null || standing == Standing.DEAD) {
      return new Choose(machine);
    }
    return switch (standing) {
      case BOUND -> new Walk.Ended(new Outcome.Bound(machine, host));
      case BINDABLE -> new Settle(machine, ticket, host, HostChange.bind(machine, host));
      case UNFIT -> new Settle(machine, ticket, host, HostChange.raise(host));
      case WITHHELD -> waits(Cause.PAUSED, Words.withheld(host));
      case FALLEN_BACK -> waits(Cause.EPOCH_FELL, Words.fellBack(ticket, host));
      case DEAD -> new Choose(machine);
    };
  }

  /** The machine holds no ticket, or a dead one. */
  private record Choose(MachineView machine) implements Walk.Nominates {
    @Override
    public Walk nominated(@Nullable HostView candidate) {
      if (candidate != null) {
        return new Take(machine, candidate);
      }
      if (machine.providerHost() != null) {
        return waits(Cause.ADOPTION, Words.nothingToAdopt(machine.providerHost()));
      }
      return machine.ticket() == null ? noHost(machine) : new Clear(machine);
    }
  }

  private record Take(MachineView machine, HostView candidate) implements Walk.WritesTicket {
    @Override
    public Ticket ticket() {
      return Ticket.of(candidate);
    }

    @Override
    public Walk written(MachineView now) {
      return follow(now, ticket(), candidate);
    }

    @Override
    public Walk unsure() {
      return new Look(machine.name());
    }
  }

  /** A dead ticket without a successor: it would keep a host of that name from being enrolled. */
  private record Clear(MachineView machine) implements Walk.WritesTicket {
    @Override
    public @Nullable Ticket ticket() {
      return null;
    }

    @Override
    public Walk written(MachineView now) {
      return noHost(now);
    }

    @Override
    public Walk unsure() {
      return new Look(machine.name());
    }
  }

  private record Settle(MachineView machine, Ticket ticket, HostView host, HostChange change)
      implements Walk.WritesHost {
    @Override
    public Walk written(HostView now) {
      return change instanceof Raise ? new Choose(machine) : follow(machine, ticket, now);
    }

    @Override
    public Walk unsure() {
      return new Follow(machine, ticket);
    }
  }

  private static Walk noHost(MachineView machine) {
    return new Walk.Ended(new Outcome.NoHost(machine));
  }

  private static Walk notAsking(String text) {
    return new Walk.Ended(new Outcome.NotAsking(text));
  }

  private static Walk waits(Cause cause, String text) {
    return new Walk.Ended(new Outcome.Waits(cause, text));
  }
}
