package io.beskar7.domain.claim;

import io.beskar7.domain.claim.Actor.Errand;
import io.beskar7.domain.claim.Actor.Fate;
import io.beskar7.domain.claim.ModelHost.State;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One random run of a small world: first with faults, then without, until nothing moves. */
final class Schedule {
  private static final int STEPS = 160;
  private static final int LONGEST_WALK = 60;
  private static final int ROUNDS = 30;

  private final SplittableRandom random;
  private final World world = new World();
  private final Wire wire;
  private final Trace trace;
  private final Late late = new Late();
  private final List<ObjectName> machines;
  private final List<ObjectName> hosts;
  private final List<Actor> actors = new ArrayList<>();
  private final Keeper keeper;
  private final Chaos chaos;
  private int steps;

  private Schedule(long seed, Mutant mutant, boolean traced) {
    random = new SplittableRandom(seed);
    trace = new Trace(traced);
    wire = new Wire(world, random, mutant);
    machines = names("m", 1 + random.nextInt(3));
    hosts = names("h", 1 + random.nextInt(3));
    keeper = new Keeper(world, wire, trace);
    chaos = new Chaos(world, random, trace, machines, hosts);
    // Two coordinators, each with its lane and a thread of the machine reconciler.
    for (int i = 0; i < 4; i++) {
      actors.add(new Actor(i, world, wire, trace, late));
    }
    populate();
  }

  /**
   * Runs it to its end.
   *
   * @return how many steps it took
   * @throws Violation with the seed, and all that happened, when an invariant does not hold
   */
  static int run(long seed, Mutant mutant) {
    try {
      return new Schedule(seed, mutant, false).run();
    } catch (Violation found) {
      Schedule again = new Schedule(seed, mutant, true);
      try {
        again.run();
      } catch (Violation same) {
        throw new Violation(
            "seed " + seed + ", " + mutant + ": " + same.getMessage() + "\n" + again.trace);
      }
      throw new IllegalStateException("seed " + seed + " does not replay", found);
    }
  }

  private static List<ObjectName> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> new ObjectName("ns", prefix + i)).toList();
  }

  private void populate() {
    for (ObjectName name : machines) {
      MachineView fresh = Machines.fresh(name, world.nextUid("m"), world.nextVersion());
      world.put(Machines.finalizer(fresh, fresh.version()));
    }
    for (ObjectName name : hosts) {
      String version = world.nextVersion();
      world.put(
          ModelHost.enrolling(name, world.nextUid("h"), version).in(State.AVAILABLE, version));
    }
  }

  private int run() {
    int strikes = random.nextInt(14);
    for (int i = 0; i < STEPS; i++) {
      step(random.nextInt(100), strikes);
      Invariants.always(world);
    }
    calm();
    return steps;
  }

  private void step(int dice, int strikes) {
    steps++;
    if (dice < strikes) {
      chaos.strike();
    } else if (dice < 25) {
      keeper.look(hosts.get(random.nextInt(hosts.size())));
    } else if (dice < 35) {
      keeper.act(random);
    } else if (dice < 38) {
      late.deliverOne(random);
    } else {
      Actor actor = actors.get(random.nextInt(actors.size()));
      if (actor.idle()) {
        chaos.employ(actor);
      } else {
        actor.step(Actor.fate(random), random.nextInt(3) == 0);
      }
    }
  }

  /** Faults stop. */
  private void calm() {
    late.deliverAll();
    keeper.actAll();
    actors.forEach(this::finish);
    for (int round = 0; round < ROUNDS; round++) {
      List<Object> before = world.state();
      trace.say(() -> "calm: " + before);
      round();
      if (world.state().equals(before)) {
        Invariants.atRest(world);
        return;
      }
    }
    throw new Violation("C4: nothing comes to rest");
  }

  private void round() {
    for (ObjectName name : machines) {
      MachineView machine = world.machines.get(name);
      if (machine != null) {
        round(name, unpaused(machine));
      }
    }
    for (ObjectName name : hosts) {
      ModelHost host = world.hosts.get(name);
      if (host != null && host.view().paused()) {
        world.put(host.paused(false, world.nextVersion()));
      }
      walk(Errand.HEAL, Healing.of(name), null);
      keeper.look(name);
      keeper.actAll();
      Invariants.always(world);
    }
  }

  private MachineView unpaused(MachineView machine) {
    if (machine.paused() || !(machine.finalizer() || machine.deleting())) {
      MachineView next = Machines.paused(machine, false, world.nextVersion());
      world.put(machine.deleting() ? next : Machines.finalizer(next, next.version()));
    }
    return world.machines.get(machine.name());
  }

  private void round(ObjectName name, MachineView machine) {
    if (machine.deleting() || machine.releasing()) {
      walk(Errand.LET_GO, LettingGo.of(name, machine.uid()), machine);
    } else {
      walk(Errand.CLAIM, Claiming.of(name), machine);
      walk(Errand.VERIFY, Verifying.of(name, machine.uid()), machine);
    }
    Invariants.always(world);
  }

  private void walk(Errand errand, Walk walk, MachineView machine) {
    Actor actor = actors.getFirst();
    actor.start(errand, walk, machine);
    finish(actor);
  }

  private void finish(Actor actor) {
    for (int i = 0; !actor.idle(); i++) {
      if (i == LONGEST_WALK) {
        throw new Violation("C4: a walk does not end");
      }
      steps++;
      actor.step(Fate.DONE, true);
      Invariants.always(world);
    }
  }
}
