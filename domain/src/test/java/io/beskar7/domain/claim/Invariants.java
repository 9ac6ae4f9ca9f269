package io.beskar7.domain.claim;

import io.beskar7.domain.claim.ModelHost.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** C1 and C2 after every step, C3 and C4 when nothing moves any more. */
final class Invariants {
  private Invariants() {}

  static void always(World world) {
    noMachineTwice(world);
    for (MachineView machine : world.machines.values()) {
      Ticket told = world.told.get(machine.uid());
      if (told != null && !machine.deleting() && told.equals(machine.ticket())) {
        holdsWhatItWasTold(world, machine, told);
      }
    }
  }

  private static void noMachineTwice(World world) {
    Map<String, HostView> byConsumer = new HashMap<>();
    for (ModelHost host : world.hosts.values()) {
      Holder holder = host.view().holder();
      if (holder != null && holder.uid() != null) {
        HostView other = byConsumer.put(holder.uid(), host.view());
        if (other != null) {
          throw new Violation("C2: " + other + " and " + host.view() + " name one machine");
        }
      }
    }
  }

  private static void holdsWhatItWasTold(World world, MachineView machine, Ticket told) {
    ModelHost host = world.hosts.get(new ObjectName(machine.name().namespace(), told.host()));
    if (host == null) {
      return; // removed by force; the machine will find its ticket dead
    }
    boolean same = host.view().uid().equals(told.hostUid());
    boolean held = host.view().heldBy(machine.uid());
    if (same && !held) {
      throw new Violation("C1: " + machine + " was told that it holds " + host);
    }
    if (!same && !held && (host.view().holder() != null || host.state() == State.AVAILABLE)) {
      throw new Violation("C1: " + host + " stands for the server on which " + machine + " runs");
    }
  }

  static void atRest(World world) {
    for (ModelHost host : world.hosts.values()) {
      isHeldRightly(world, host.view());
    }
    List<HostView> hosts = world.hosts.values().stream().map(ModelHost::view).toList();
    for (MachineView machine : world.machines.values()) {
      if (machine.deleting()) {
        throw new Violation("C3: " + machine + " cannot go");
      }
      if (!isBound(world, machine) && Selection.nominee(machine, hosts) != null) {
        throw new Violation("C4: " + machine + " waits although a host is free: " + hosts);
      }
    }
  }

  private static void isHeldRightly(World world, HostView host) {
    Holder holder = host.holder();
    if (holder == null) {
      return;
    }
    MachineView machine = world.machines.get(holder.name());
    if (machine == null || !machine.uid().equals(holder.uid())) {
      throw new Violation("C3: the consumer of " + host + " is gone");
    }
    if (!isBound(world, machine)) {
      throw new Violation("C3: " + host + " is held for " + machine + ", which does not know");
    }
  }

  private static boolean isBound(World world, MachineView machine) {
    Ticket ticket = machine.ticket();
    if (ticket == null) {
      return false;
    }
    ModelHost host = world.hosts.get(new ObjectName(machine.name().namespace(), ticket.host()));
    return host != null
        && host.view().uid().equals(ticket.hostUid())
        && host.view().heldBy(machine.uid());
  }
}
