package io.beskar7.domain.machine;

import io.beskar7.domain.machine.Act.CloseRun;
import io.beskar7.domain.machine.Act.OpenRun;
import io.beskar7.domain.machine.Act.SetProviderId;
import io.beskar7.domain.machine.Hold.Lost;
import io.beskar7.domain.machine.Hold.Settling;
import io.beskar7.domain.machine.Hold.Unverified;
import io.beskar7.domain.machine.Note.Nothing;
import io.beskar7.domain.machine.Note.Standing;
import io.beskar7.domain.machine.RunView.Over;
import io.beskar7.domain.machine.RunView.Underway;
import io.beskar7.domain.machine.Signal.Announce;
import io.beskar7.domain.machine.Signal.InspectionFailed;
import io.beskar7.domain.machine.Signal.InspectionTook;
import io.beskar7.domain.machine.Signal.RequestRelease;
import io.beskar7.domain.machine.Signal.Wants;
import io.beskar7.domain.machine.Step.Decided;
import io.beskar7.domain.machine.Step.Verify;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine with a ticket, on its way to running: one attempt after another, each a run. The next
 * is opened only when the one before has been seen closed, and only at a host seen live to be held.
 */
final class Attempts {
  private Attempts() {}

  static Step decide(MachineFacts facts, Ticket ticket, Instant now, MachineSettings settings) {
    RunFacts last = facts.lastRun(ticket);
    boolean underway = last != null && last.open() && facts.hold().held();
    return switch (facts.hold()) {
      case Unverified _ when !underway -> new Verify();
      case Settling(Ticket _, String message) when last != null && last.open() ->
          unsettled(facts, last, message, now, settings);
      case Settling(Ticket _, String message) ->
          say(facts, Phase.CLAIMING, Cause.WAITING_FOR_HOST, message, new Wants());
      case Hold.Underway _ when last != null && last.open() ->
          unsettled(facts, last, "the claim is being settled anew", now, settings);
      case Hold.Underway _ -> new Decided(List.of(), new Nothing(), List.of(), null);
      case Lost _ -> lost(facts, now, settings);
      case Hold _ -> held(facts, ticket, last, now, settings);
    };
  }

  /** The claim is settled anew while its run is open: the run is judged, but cannot succeed. */
  private static Step unsettled(
      MachineFacts facts, RunFacts run, String message, Instant now, MachineSettings settings) {
    return switch (RunView.of(run, facts.trouble(), now)) {
      case Underway(Phase phase, Cause cause, String _, Instant deadline) ->
          new Decided(
              List.of(),
              Standings.of(facts, phase, cause, message),
              and(new Wants(), Stage.news(facts.recorded(), run)),
              deadline);
      case Over(Ending ending) when ending.outcome() == Outcome.SUCCEEDED ->
          new Decided(List.of(), new Nothing(), List.of(new Wants()), null);
      case Over(Ending ending) -> broken(facts, run, ending, settings);
    };
  }

  private static List<Signal> and(Signal first, List<Signal> others) {
    List<Signal> all = new ArrayList<>(others);
    all.addFirst(first);
    return all;
  }

  private static Step lost(MachineFacts facts, Instant now, MachineSettings settings) {
    List<Act> acts = withdraw(facts.openRuns(), Cause.HOST_LOST, "the host is gone or taken");
    return acts.isEmpty()
        ? MachineLifecycle.asking(facts, now, settings)
        : new Decided(acts, new Nothing(), List.of(), null);
  }

  private static Step held(
      MachineFacts facts,
      Ticket ticket,
      @Nullable RunFacts last,
      Instant now,
      MachineSettings settings) {
    if (last != null && last.open()) {
      return underway(facts, last, now, settings);
    }
    if (!facts.openRuns().isEmpty()) {
      List<Act> acts = withdraw(facts.openRuns(), Cause.SUPERSEDED, "another host was claimed");
      return new Decided(acts, new Nothing(), List.of(), null);
    }
    if (last == null) {
      return open(facts, ticket, 1);
    }
    Ending ending = last.ending();
    return ending == null
        ? underway(facts, last, now, settings)
        : after(facts, ticket, last, ending, settings);
  }

  private static Step underway(
      MachineFacts facts, RunFacts run, Instant now, MachineSettings settings) {
    return switch (RunView.of(run, facts.trouble(), now)) {
      case Underway(Phase phase, Cause cause, String message, Instant deadline) ->
          new Decided(
              List.of(),
              Standings.of(facts, phase, cause, message),
              Stage.news(facts.recorded(), run),
              deadline);
      case Over(Ending ending) when ending.outcome() == Outcome.SUCCEEDED ->
          running(facts, run, List.of(close(run, ending)));
      case Over(Ending ending) -> broken(facts, run, ending, settings);
    };
  }

  private static Step running(MachineFacts facts, RunFacts run, List<Act> closing) {
    List<Act> acts = new ArrayList<>();
    if (facts.namedHost() == null) {
      acts.add(new SetProviderId(run.host()));
    }
    acts.addAll(closing);
    return new Decided(
        acts,
        Standings.of(facts, Phase.PROVISIONED, Cause.PROVISIONED, run.host() + " runs"),
        Stage.news(facts.recorded(), run),
        null);
  }

  /** Closes the run and says so; what follows is decided when the end is on record. */
  private static Step broken(
      MachineFacts facts, RunFacts run, Ending ending, MachineSettings settings) {
    List<Signal> signals = new ArrayList<>();
    InspectionTook took = Stage.inspection(facts.recorded(), run);
    if (took != null) {
      signals.add(took);
    }
    Cause cause = ending.cause();
    if (cause != null && cause.endsInspection()) {
      signals.add(new InspectionFailed());
    }
    boolean unfit = cause == Cause.HARDWARE_REQUIREMENTS_NOT_MET;
    signals.add(
        new Announce(
            unfit ? Happening.HARDWARE_VALIDATION_FAILED : Happening.PROVISIONING_FAILED,
            "attempt %d of %d on %s: %s"
                .formatted(run.attempt(), settings.attempts(), run.host(), ending.message())));
    return new Decided(List.of(close(run, ending)), new Nothing(), signals, null);
  }

  private static CloseRun close(RunFacts run, Ending ending) {
    Cause cause = ending.cause() == null ? Cause.CANCELLED : ending.cause();
    return new CloseRun(run.name(), ending.outcome(), cause, ending.message());
  }

  private static Step after(
      MachineFacts facts, Ticket ticket, RunFacts last, Ending ending, MachineSettings settings) {
    if (last.succeeded()) {
      return running(facts, last, List.of());
    }
    Cause cause = ending.cause() == null ? Cause.DEPLOYMENT_FAILED : ending.cause();
    if (cause.wrongHost()) {
      String why = Departure.givingBack(facts, ticket);
      return say(facts, Phase.CLAIMING, Cause.RELEASING, why, new RequestRelease());
    }
    return cause.incurable() || last.attempt() >= settings.attempts()
        ? say(facts, Phase.FAILED, cause, ending.message(), new RequestRelease())
        : open(facts, ticket, last.attempt() + 1);
  }

  private static Step open(MachineFacts facts, Ticket ticket, int attempt) {
    Standing missing = Standings.beforeRun(facts);
    if (missing != null) {
      return new Decided(List.of(), missing, List.of(), null);
    }
    String run = RunName.of(facts, ticket, attempt);
    List<Signal> signals = attempt == 1 ? List.of(Stage.claimed(ticket.host())) : List.of();
    String says = ticket.host() + " is being started from the network";
    return new Decided(
        List.of(new OpenRun(run, ticket, attempt)),
        new Standing(Phase.INSPECTING, Cause.BOOTING, says, ticket.host(), run, attempt),
        signals,
        null);
  }

  private static List<Act> withdraw(List<RunFacts> runs, Cause cause, String message) {
    List<Act> acts = new ArrayList<>();
    for (RunFacts run : runs) {
      acts.add(new CloseRun(run.name(), Outcome.CANCELLED, cause, message));
    }
    return acts;
  }

  private static Step say(
      MachineFacts facts, Phase phase, Cause cause, String message, Signal signal) {
    return new Decided(
        List.of(), Standings.of(facts, phase, cause, message), List.of(signal), null);
  }
}
