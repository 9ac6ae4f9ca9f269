package io.beskar7.domain.machine;

import io.beskar7.domain.machine.Act.AddFinalizer;
import io.beskar7.domain.machine.Note.Nothing;
import io.beskar7.domain.machine.Note.Paused;
import io.beskar7.domain.machine.Note.Standing;
import io.beskar7.domain.machine.Signal.Forget;
import io.beskar7.domain.machine.Signal.Wants;
import io.beskar7.domain.machine.Step.Decided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of a machine. Every answer is a function of its arguments alone. */
public final class MachineLifecycle {
  private MachineLifecycle() {}

  /**
   * The next step.
   *
   * @param now the wall clock, against which the deadlines of runs are held
   */
  public static Step decide(MachineFacts facts, Instant now, MachineSettings settings) {
    if (facts.leaving()) {
      return Departure.leave(facts);
    }
    if (facts.paused() != null) {
      return new Decided(List.of(), new Paused(facts.paused()), List.of(new Forget()), null);
    }
    if (facts.deleting()) {
      return Departure.delete(facts);
    }
    return keepable(facts, living(facts, now, settings));
  }

  private static Step living(MachineFacts facts, Instant now, MachineSettings settings) {
    if (facts.recorded().phase() == Phase.FAILED) {
      return Departure.failed(facts);
    }
    if (hasRun(facts)) {
      return Residence.decide(facts, now);
    }
    Ticket ticket = facts.hold().claim();
    if (ticket == null) {
      return asking(facts, now, settings);
    }
    return ticket.releasing()
        ? Departure.release(facts, ticket)
        : Attempts.decide(facts, ticket, now, settings);
  }

  /** It runs, or ran before it came to this management cluster: it is never booted again. */
  private static boolean hasRun(MachineFacts facts) {
    RunFacts last = facts.lastRun();
    return facts.recorded().provisioned()
        || (facts.namedHost() != null && (last == null || last.succeeded()));
  }

  /** A machine that names no host, or one that is lost to it. */
  static Step asking(MachineFacts facts, Instant now, MachineSettings settings) {
    Standing missing = Standings.beforeClaim(facts);
    if (missing == null) {
      return new Decided(List.of(), claiming(facts), List.of(new Wants()), null);
    }
    Instant said = saidFrom(facts, now, settings);
    return said == null
        ? new Decided(List.of(), missing, List.of(new Forget()), null)
        : new Decided(List.of(), new Nothing(), List.of(new Forget()), said);
  }

  /** Writes to an object whose owner is just being set would make that fail: wait a moment. */
  private static @Nullable Instant saidFrom(
      MachineFacts facts, Instant now, MachineSettings settings) {
    Instant said = facts.createdAt().plus(settings.ownerGrace());
    return facts.owner() instanceof Owner.Missing && now.isBefore(said) ? said : null;
  }

  private static Standing claiming(MachineFacts facts) {
    String why = facts.explanation();
    return Standings.of(
        facts,
        Phase.CLAIMING,
        Cause.WAITING_FOR_HOST,
        why.isBlank() ? "a host is being looked for" : why);
  }

  /** Whoever may come to hold a host keeps its finalizer, but not before its owner is known. */
  private static Step keepable(MachineFacts facts, Step step) {
    boolean early = facts.owner() instanceof Owner.Missing && facts.hold() instanceof Hold.None;
    if (facts.finalizer() || early || !(step instanceof Decided decided)) {
      return step;
    }
    List<Act> acts = new ArrayList<>();
    acts.add(new AddFinalizer());
    acts.addAll(decided.acts());
    return new Decided(acts, decided.note(), decided.signals(), decided.look());
  }
}
