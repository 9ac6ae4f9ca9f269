package io.beskar7.domain.machine;

import io.beskar7.domain.machine.Act.CloseRun;
import io.beskar7.domain.machine.Act.DropFinalizer;
import io.beskar7.domain.machine.Note.Nothing;
import io.beskar7.domain.machine.Note.Standing;
import io.beskar7.domain.machine.Parting.Done;
import io.beskar7.domain.machine.Parting.NotAsked;
import io.beskar7.domain.machine.Parting.Waiting;
import io.beskar7.domain.machine.Signal.Forget;
import io.beskar7.domain.machine.Signal.RequestRelease;
import io.beskar7.domain.machine.Signal.Wants;
import io.beskar7.domain.machine.Step.Decided;
import io.beskar7.domain.machine.Step.LetGo;
import java.util.ArrayList;
import java.util.List;

/**
 * Parting from a host: first no run is open, then the host is let go, then the machine may go or
 * ask for another.
 */
final class Departure {
  private Departure() {}

  /** The object moves to another management cluster: nothing outside is touched. */
  static Step leave(MachineFacts facts) {
    List<Act> acts =
        facts.deleting() && facts.finalizer() ? List.of(new DropFinalizer()) : List.of();
    return new Decided(acts, new Nothing(), List.of(new Forget()), null);
  }

  /** The machine is being deleted. */
  static Step delete(MachineFacts facts) {
    if (!facts.finalizer()) {
      return new Decided(List.of(), new Nothing(), List.of(new Forget()), null);
    }
    if (!facts.openRuns().isEmpty()) {
      return closing(
          facts, "the machine is being deleted", deleting(facts, "its run is being withdrawn"));
    }
    return switch (facts.parting()) {
      case NotAsked _ -> new LetGo();
      case Waiting(String message) -> say(deleting(facts, waits(facts, message)), new Forget());
      case Done _ ->
          new Decided(List.of(new DropFinalizer()), new Nothing(), List.of(new Forget()), null);
    };
  }

  private static Standing deleting(MachineFacts facts, String message) {
    return standing(facts, Phase.DELETING, Cause.DELETING, message);
  }

  /** The machine has failed for good; its host goes back, its words stay. */
  static Step failed(MachineFacts facts) {
    Cause known = facts.recorded().cause();
    Cause cause = known == null ? Cause.DEPLOYMENT_FAILED : known;
    Standing stays = standing(facts, Phase.FAILED, cause, facts.recorded().message());
    Ticket ticket = facts.hold().claim();
    if (ticket == null) {
      return say(stays, new Forget());
    }
    return ticket.releasing()
        ? handBack(facts, stays, List.of())
        : say(stays, new RequestRelease());
  }

  /** The machine lives on without this host. */
  static Step release(MachineFacts facts, Ticket ticket) {
    Standing says = standing(facts, Phase.CLAIMING, Cause.RELEASING, givingBack(facts, ticket));
    return handBack(facts, says, List.of(new Wants()));
  }

  /** The same words from the request to the end, so that the status is not written for nothing. */
  static String givingBack(MachineFacts facts, Ticket ticket) {
    RunFacts last = facts.lastRun(ticket);
    Ending ending = last == null ? null : last.ending();
    String why = ending == null ? "" : ": " + ending.message();
    String waits =
        facts.parting() instanceof Waiting(String message)
            ? " (" + waits(facts, message) + ")"
            : "";
    return ticket.host() + " is being given back" + why + waits;
  }

  /** A BMC may never answer again: whoever waits for it is told that, and the way out. */
  private static String waits(MachineFacts facts, String message) {
    return facts.trouble() == null
        ? message
        : message
            + ": "
            + facts.trouble()
            + "; annotation beskar7.io/force-release on the machine gives the host back all the"
            + " same";
  }

  private static Step handBack(MachineFacts facts, Standing says, List<Signal> afterwards) {
    if (!facts.openRuns().isEmpty()) {
      return closing(facts, "the machine gives the host back", says);
    }
    return switch (facts.parting()) {
      case NotAsked _ -> new LetGo();
      case Waiting _ -> say(says);
      // The ticket has just been cleared by the claim room: what is known of the status is stale.
      case Done _ -> new Decided(List.of(), new Nothing(), afterwards, null);
    };
  }

  private static Step closing(MachineFacts facts, String why, Standing says) {
    List<Act> acts = new ArrayList<>();
    for (RunFacts run : facts.openRuns()) {
      acts.add(new CloseRun(run.name(), Outcome.CANCELLED, Cause.CANCELLED, why));
    }
    return new Decided(acts, says, List.of(new Forget()), null);
  }

  private static Standing standing(MachineFacts facts, Phase phase, Cause cause, String message) {
    return Standings.of(facts, phase, cause, message);
  }

  private static Step say(Standing says, Signal... signals) {
    return new Decided(List.of(), says, List.of(signals), null);
  }
}
