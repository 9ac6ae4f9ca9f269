package io.beskar7.domain.claim;

import io.beskar7.domain.claim.Actor.Errand;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Users, other controllers and bad luck. */
final class Chaos {
  private final World world;
  private final RandomGenerator random;
  private final Trace trace;
  private final List<ObjectName> machines;
  private final List<ObjectName> hosts;

  Chaos(
      World world,
      RandomGenerator random,
      Trace trace,
      List<ObjectName> machines,
      List<ObjectName> hosts) {
    this.world = world;
    this.random = random;
    this.trace = trace;
    this.machines = machines;
    this.hosts = hosts;
  }

  /** Gives an idle actor something to do, by what a cache says. */
  void employ(Actor actor) {
    if (random.nextInt(6) == 0) {
      actor.start(Errand.HEAL, Healing.of(pick(hosts)), null);
      return;
    }
    ObjectName name = pick(machines);
    List<@Nullable MachineView> past = world.pastMachines.get(name);
    MachineView machine = random.nextInt(4) == 0 ? pick(past) : world.machines.get(name);
    if (machine == null) {
      return;
    }
    if (machine.deleting() || machine.releasing()) {
      actor.start(Errand.LET_GO, LettingGo.of(name, machine.uid()), machine);
    } else if (random.nextInt(3) > 0) {
      actor.start(Errand.CLAIM, Claiming.of(name), machine);
    } else if (random.nextInt(8) == 0) {
      actor.start(Errand.RELEASE, Releasing.of(name, machine.uid()), machine);
    } else {
      actor.start(Errand.VERIFY, Verifying.of(name, machine.uid()), machine);
    }
  }

  void strike() {
    if (random.nextBoolean()) {
      strikeMachine(pick(machines));
    } else {
      strikeHost(pick(hosts));
    }
  }

  private void strikeMachine(ObjectName name) {
    MachineView machine = world.machines.get(name);
    String version = world.nextVersion();
    if (machine == null) {
      trace.say(() -> "user creates " + name);
      world.put(Machines.fresh(name, world.nextUid("m"), version));
      return;
    }
    if (!machine.finalizer() && !machine.deleting()) {
      world.put(Machines.finalizer(machine, version));
      return;
    }
    int what = random.nextInt(10);
    trace.say(() -> "strike " + what + " at " + machine);
    switch (what) {
      case 0, 1, 2 -> {
        if (!machine.deleting()) {
          world.put(Machines.deleting(machine, version));
        }
      }
      case 3 -> world.removeMachine(name);
      case 4, 5 -> world.put(Machines.paused(machine, !machine.paused(), version));
      case 6, 7 -> run(machine, version);
      default -> restore(machine, version);
    }
  }

  /** The machine runs: its reconciler sets providerID. */
  private void run(MachineView machine, String version) {
    Ticket told = world.told.get(machine.uid());
    if (told != null && told.equals(machine.ticket()) && !machine.deleting()) {
      ObjectName host = new ObjectName(machine.name().namespace(), told.host());
      world.put(Machines.running(machine, host, version));
    }
  }

  /** Who restores a machine object pauses its host first. */
  private void restore(MachineView machine, String version) {
    ObjectName host = machine.providerHost();
    ModelHost live = host == null ? null : world.hosts.get(host);
    if (live == null || machine.deleting() || !live.view().names(machine)) {
      return;
    }
    if (!live.view().paused()) {
      world.put(live.paused(true, version));
      return;
    }
    world.removeMachine(machine.name());
    MachineView restored = Machines.fresh(machine.name(), world.nextUid("m"), version);
    MachineView named = Machines.running(restored, host, version);
    world.put(
        random.nextBoolean()
            ? named
            : Machines.deleting(Machines.finalizer(named, version), version));
  }

  private void strikeHost(ObjectName name) {
    ModelHost host = world.hosts.get(name);
    String version = world.nextVersion();
    if (host == null) {
      trace.say(() -> "user creates " + name);
      world.put(ModelHost.enrolling(name, world.nextUid("h"), version));
      return;
    }
    int what = random.nextInt(9);
    trace.say(() -> "strike " + what + " at " + host);
    switch (what) {
      case 0, 1 -> {
        if (!host.view().deleting()) {
          world.put(host.deleting(version));
        }
      }
      case 2 -> world.removeHost(name);
      case 3, 4, 5 -> world.put(host.cordoned(!host.cordoned(), version));
      default -> world.put(host.paused(!host.view().paused(), version));
    }
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
