package io.beskar7.domain.claim;

import io.beskar7.domain.claim.HostChange.Bind;
import io.beskar7.domain.claim.HostChange.Free;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An API server with per-object compare-and-swap, all that it ever said (for caches), and what
 * became true outside of it: who was told that it holds a host, and which servers run.
 */
final class World {
  final Map<ObjectName, MachineView> machines = new TreeMap<>();
  final Map<ObjectName, ModelHost> hosts = new TreeMap<>();
  final Map<ObjectName, List<@Nullable MachineView>> pastMachines = new HashMap<>();
  final Map<ObjectName, List<@Nullable ModelHost>> pastHosts = new HashMap<>();

  /** Machine UID to the ticket under which it was told that it is bound. */
  final Map<String, Ticket> told = new HashMap<>();

  /** UIDs of hosts whose server was started for a machine. */
  final Set<String> running = new HashSet<>();

  private int versions;
  private int uids;

  String nextVersion() {
    return Integer.toString(++versions);
  }

  String nextUid(String prefix) {
    return prefix + ++uids;
  }

  void put(MachineView machine) {
    machines.put(machine.name(), machine);
    pastMachines.computeIfAbsent(machine.name(), _ -> new ArrayList<>()).add(machine);
  }

  void put(ModelHost host) {
    hosts.put(host.view().name(), host);
    pastHosts.computeIfAbsent(host.view().name(), _ -> new ArrayList<>()).add(host);
  }

  void removeMachine(ObjectName name) {
    MachineView gone = machines.remove(name);
    pastMachines.computeIfAbsent(name, _ -> new ArrayList<>()).add(null);
    if (gone != null) {
      told.remove(gone.uid());
    }
  }

  void removeHost(ObjectName name) {
    hosts.remove(name);
    pastHosts.computeIfAbsent(name, _ -> new ArrayList<>()).add(null);
  }

  boolean isLive(MachineView at) {
    MachineView live = machines.get(at.name());
    return live != null && live.uid().equals(at.uid()) && live.version().equals(at.version());
  }

  boolean isLive(HostView at) {
    ModelHost live = hosts.get(at.name());
    return live != null
        && live.view().uid().equals(at.uid())
        && live.view().version().equals(at.version());
  }

  /** PUT of a machine's status; null is 409 or 404. */
  @Nullable MachineView write(MachineView at, @Nullable Ticket ticket) {
    if (!isLive(at)) {
      return null;
    }
    if (ticket == null || !ticket.releasing()) {
      told.remove(at.uid()); // another ticket: nothing was told under it yet
    }
    MachineView next = machines.get(at.name()).with(ticket, nextVersion());
    put(next);
    return next;
  }

  /** PUT of a host; null is 409 or 404. */
  @Nullable HostView write(HostView at, HostChange change) {
    if (!isLive(at)) {
      return null;
    }
    ModelHost live = hosts.get(at.name());
    guard(live, change);
    ModelHost next = live.with(change, nextVersion());
    put(next);
    return next.view();
  }

  private void guard(ModelHost live, HostChange change) {
    Holder holder = live.view().holder();
    if (change instanceof Bind bind
        && running.contains(live.view().uid())
        && (holder == null || !holder.name().equals(bind.machine().name()))) {
      throw new Violation("C1: " + live + " is bound although its server runs for another machine");
    }
    if (change instanceof Free && holder != null) {
      MachineView owner = machines.get(holder.name());
      if (owner != null && owner.uid().equals(holder.uid())) {
        guardOwner(live, owner);
      }
    }
  }

  private void guardOwner(ModelHost host, MachineView owner) {
    boolean letsGo = owner.deleting() || owner.releasing();
    if (!letsGo && told.containsKey(owner.uid())) {
      throw new Violation("C1: " + host + " is taken from " + owner + ", which has not let go");
    }
    if (running.contains(host.view().uid())) {
      throw new Violation("C1: " + owner + " lets go of " + host + " while its server runs");
    }
  }

  /** What the objects are now; equal when nothing has changed. */
  List<Object> state() {
    return List.of(Map.copyOf(machines), Map.copyOf(hosts));
  }
}
