package io.beskar7.domain.claim;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a coordinator: it walks one walk of the product at a time, one request a step, and
 * can crash or lose an answer at each.
 */
final class Actor {
  /** What a walk is for. */
  enum Errand {
    CLAIM,
    VERIFY,
    LET_GO,
    RELEASE,
    HEAL
  }

  /** What happens to a write. */
  enum Fate {
    DONE,
    /** The process dies before it sends. */
    CRASH_BEFORE,
    /** The process dies before it reads the answer. */
    CRASH_AFTER,
    /** The request is lost. */
    LOST,
    /** The answer is lost. */
    ANSWER_LOST,
    /** The process dies; the request arrives later. */
    LATE
  }

  private final int id;
  private final World world;
  private final Wire wire;
  private final Trace trace;
  private final Late late;
  private Errand errand = Errand.CLAIM;
  private @Nullable Walk walk;
  private @Nullable MachineView reader;
  private @Nullable MachineView startedFor;
  private boolean blind;

  Actor(int id, World world, Wire wire, Trace trace, Late late) {
    this.id = id;
    this.world = world;
    this.wire = wire;
    this.trace = trace;
    this.late = late;
  }

  boolean idle() {
    return walk == null;
  }

  /**
   * @param machine as the reconciler's cache had it; null when healing
   */
  void start(Errand errand, Walk walk, @Nullable MachineView machine) {
    this.errand = errand;
    this.walk = walk;
    this.startedFor = machine;
    this.reader = null;
    this.blind = false;
  }

  private void crash() {
    walk = null;
  }

  /** One request and its answer. */
  void step(Fate fate, boolean live) {
    Walk present = walk;
    trace.say(() -> "actor " + id + " " + errand + " " + fate + " " + present);
    switch (present) {
      case null -> {}
      case Walk.ReadsMachine reads -> {
        reader = wire.machine(errand, reads.machine());
        walk = reads.found(reader);
      }
      case Walk.ReadsHost reads -> {
        walk = reads.found(blind ? null : wire.host(errand, reads.host(), reader));
        blind = false;
      }
      case Walk.Nominates nominates ->
          walk = nominates.nominated(wire.nominee(nominates.machine(), live));
      case Walk.WritesTicket writes -> ticket(writes, fate);
      case Walk.WritesHost writes -> host(writes, fate);
      case Walk.Ended ended -> {
        ended(ended.outcome());
        walk = null;
      }
    }
  }

  private void ticket(Walk.WritesTicket writes, Fate fate) {
    if (wire.mutant() == Mutant.NO_TICKET && errand == Errand.CLAIM && writes.ticket() != null) {
      reader = writes.machine().with(writes.ticket(), writes.machine().version());
      walk = writes.written(reader);
      return;
    }
    if (fate == Fate.LATE) {
      late.add(() -> world.write(writes.machine(), writes.ticket()));
    }
    MachineView now = arrives(fate) ? world.write(writes.machine(), writes.ticket()) : null;
    if (dies(fate)) {
      crash();
    } else if (now == null || fate == Fate.ANSWER_LOST) {
      walk = writes.unsure();
    } else {
      reader = now;
      walk = writes.written(now);
    }
  }

  private void host(Walk.WritesHost writes, Fate fate) {
    if (wire.omits(errand, writes.change())) {
      walk = writes.written(writes.host());
      return;
    }
    HostChange change = wire.asMutantWrites(writes.host(), writes.change());
    if (fate == Fate.LATE) {
      late.add(() -> world.write(writes.host(), change));
    }
    HostView now = arrives(fate) ? world.write(writes.host(), change) : null;
    if (dies(fate)) {
      crash();
    } else if (now == null || fate == Fate.ANSWER_LOST) {
      walk = writes.unsure();
      blind = wire.mutant() == Mutant.NO_GET_ON_CONFLICT && errand == Errand.CLAIM;
    } else {
      MachineView seenBy = reader;
      boolean known = seenBy != null && seenBy.ticket() != null;
      walk = writes.written(known ? wire.asMutantSees(now, seenBy, seenBy.ticket()) : now);
    }
  }

  private static boolean arrives(Fate fate) {
    return switch (fate) {
      case DONE, CRASH_AFTER, ANSWER_LOST -> true;
      case CRASH_BEFORE, LOST, LATE -> false;
    };
  }

  private static boolean dies(Fate fate) {
    return switch (fate) {
      case CRASH_BEFORE, CRASH_AFTER, LATE -> true;
      case DONE, LOST, ANSWER_LOST -> false;
    };
  }

  /** What the machine's reconciler does with the answer. */
  private void ended(Outcome outcome) {
    MachineView machine = startedFor;
    if (outcome instanceof Outcome.Bound bound && errand == Errand.VERIFY) {
      world.told.put(bound.machine().uid(), bound.machine().ticket());
    }
    if (outcome instanceof Outcome.LetGo && machine != null && machine.deleting()) {
      if (world.isLive(machine)) {
        trace.say(() -> machine.name() + " is gone");
        world.removeMachine(machine.name());
      }
    }
  }

  static Fate fate(RandomGenerator random) {
    return random.nextInt(100) < 75
        ? Fate.DONE
        : Fate.values()[random.nextInt(Fate.values().length)];
  }
}
