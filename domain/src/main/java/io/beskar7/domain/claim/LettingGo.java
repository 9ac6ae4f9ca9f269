package io.beskar7.domain.claim;

import io.beskar7.domain.claim.HostChange.Bind;
import io.beskar7.domain.claim.Outcome.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A machine lets go of its host, machine first: only once it is being deleted, or its ticket says
 * releasing, is the host freed; so no host is ever taken from a machine that lives on. A ticket
 * that could still be used is made useless before the machine may go.
 */
public final class LettingGo {
  private LettingGo() {}

  /**
   * Ends in LetGo or Waits.
   *
   * @param uid of the machine that lets go; another one of its name is left alone
   */
  public static Walk of(ObjectName machine, String uid) {
    return new Look(machine, uid);
  }

  private record Look(ObjectName machine, String uid) implements Walk.ReadsMachine {
    @Override
    public Walk found(@Nullable MachineView found) {
      if (found == null || !found.uid().equals(uid) || found.moving()) {
        return letGo();
      }
      if (found.paused()) {
        return waits(Cause.PAUSED, "machine or Cluster is paused");
      }
      if (!found.deleting() && !found.releasing()) {
        return letGo();
      }
      ObjectName host = host(found);
      return host == null ? finish(found) : new LookAtHost(found, host);
    }
  }

  private static @Nullable ObjectName host(MachineView machine) {
    Ticket ticket = machine.ticket();
    return ticket == null
        ? machine.providerHost()
        : new ObjectName(machine.name().namespace(), ticket.host());
  }

  private record LookAtHost(MachineView machine, ObjectName host) implements Walk.ReadsHost {
    @Override
    public Walk found(@Nullable HostView found) {
      if (found == null) {
        return finish(machine);
      }
      boolean named = found.names(machine);
      if (named && found.withheld()) {
        return waits(Cause.PAUSED, Words.withheld(found));
      }
      Ticket ticket = machine.ticket();
      Standing standing = ticket == null ? Standing.DEAD : Standing.of(machine, ticket, found);
      if (ticket != null && standing == Standing.FALLEN_BACK) {
        return waits(Cause.EPOCH_FELL, Words.fellBack(ticket, found));
      }
      if (standing == Standing.BOUND) {
        return found.released() || machine.forceRelease()
            ? new Write(machine, found, HostChange.free(found))
            : waits(Cause.POWER_OFF, Words.powerOff(found));
      }
      if (named && found.name().equals(machine.providerHost())) {
        return adopt(machine, found, standing);
      }
      return standing == Standing.DEAD
          ? finish(machine)
          : new Write(machine, found, HostChange.raise(found));
    }
  }

  /**
   * The host was bound by the machine under an earlier UID: freeing it without binding it first
   * could hit another machine that has come to it in between.
   */
  private static Walk adopt(MachineView machine, HostView host, Standing standing) {
    return standing == Standing.BINDABLE
        ? new Write(machine, host, HostChange.bind(machine, host))
        : new Adopt(machine, host);
  }

  private record Adopt(MachineView machine, HostView host) implements Walk.WritesTicket {
    @Override
    public Ticket ticket() {
      return Ticket.of(host).releasing(machine.releasing());
    }

    @Override
    public Walk written(MachineView now) {
      return new LookAtHost(now, host.name());
    }

    @Override
    public Walk unsure() {
      return new Look(machine.name(), machine.uid());
    }
  }

  private record Write(MachineView machine, HostView host, HostChange change)
      implements Walk.WritesHost {
    @Override
    public Walk written(HostView now) {
      return change instanceof Bind ? new LookAtHost(machine, host.name()) : finish(machine);
    }

    @Override
    public Walk unsure() {
      return new LookAtHost(machine, host.name());
    }
  }

  /** A machine that is being deleted takes its ticket with it; one that lives on gives it up. */
  private static Walk finish(MachineView machine) {
    return machine.deleting() || machine.ticket() == null ? letGo() : new Clear(machine);
  }

  private record Clear(MachineView machine) implements Walk.WritesTicket {
    @Override
    public @Nullable Ticket ticket() {
      return null;
    }

    @Override
    public Walk written(MachineView now) {
      return letGo();
    }

    @Override
    public Walk unsure() {
      return new Look(machine.name(), machine.uid());
    }
  }

  private static Walk letGo() {
    return new Walk.Ended(new Outcome.LetGo());
  }

  private static Walk waits(Cause cause, String text) {
    return new Walk.Ended(new Outcome.Waits(cause, text));
  }
}
