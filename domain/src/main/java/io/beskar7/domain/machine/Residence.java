package io.beskar7.domain.machine;

import io.beskar7.domain.machine.Act.CloseRun;
import io.beskar7.domain.machine.Act.SetProviderId;
import io.beskar7.domain.machine.Hold.Bound;
import io.beskar7.domain.machine.Hold.Lost;
import io.beskar7.domain.machine.Hold.None;
import io.beskar7.domain.machine.Hold.Settling;
import io.beskar7.domain.machine.Hold.Unverified;
import io.beskar7.domain.machine.Signal.Wants;
import io.beskar7.domain.machine.Step.Decided;
import io.beskar7.domain.machine.Step.Verify;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine that runs. It is never booted again and never says that it has not run; it may lose its
 * host, and may take over the host that its providerID names.
 */
final class Residence {
  private Residence() {}

  static Step decide(MachineFacts facts, Instant now) {
    return switch (facts.hold()) {
      case None _ -> without(facts, Cause.ADOPTION_WAITING, facts.explanation());
      case Settling(Ticket _, String message) -> without(facts, Cause.ADOPTION_WAITING, message);
      case Hold.Underway(Ticket ticket) ->
          without(facts, Cause.ADOPTION_WAITING, ticket.host() + " is being taken over");
      case Lost(Ticket ticket) ->
          without(facts, Cause.HOST_LOST, ticket.host() + " is gone or held by another machine");
      case Unverified(Ticket ticket, boolean seemsBound) ->
          seemsBound && facts.recorded().provisioned() ? at(facts, ticket, now) : new Verify();
      case Bound(Ticket ticket) -> at(facts, ticket, now);
    };
  }

  private static Step without(MachineFacts facts, Cause cause, String message) {
    Phase phase = facts.recorded().provisioned() ? Phase.PROVISIONED : Phase.CLAIMING;
    String says = message.isBlank() ? "its host cannot be seen yet" : message;
    return new Decided(
        List.of(), Standings.of(facts, phase, cause, says), List.of(new Wants()), null);
  }

  private static Step at(MachineFacts facts, Ticket ticket, Instant now) {
    List<Act> acts = new ArrayList<>();
    if (facts.namedHost() == null) {
      acts.add(new SetProviderId(ticket.host()));
    }
    RunFacts run = facts.lastRun();
    if (run != null
        && run.open()
        && RunView.of(run, null, now) instanceof RunView.Over(Ending ending)
        && ending.outcome() == Outcome.SUCCEEDED) {
      acts.add(new CloseRun(run.name(), Outcome.SUCCEEDED, Cause.PROVISIONED, ending.message()));
    }
    List<Signal> news = run == null ? List.of() : Stage.news(facts.recorded(), run);
    return new Decided(
        acts,
        Standings.of(facts, Phase.PROVISIONED, Cause.PROVISIONED, ticket.host() + " runs"),
        news,
        null);
  }
}
