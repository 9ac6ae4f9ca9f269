package io.beskar7.domain.machine;

/** Something written before the machine's status is, in the order given. */
public sealed interface Act {
  record AddFinalizer() implements Act {}

  record DropFinalizer() implements Act {}

  /** Idempotent: the name follows from machine, ticket and attempt. */
  record OpenRun(String run, Ticket ticket, int attempt) implements Act {}

  /** Fails when anything about the run has changed since it was looked at. */
  record CloseRun(String run, Outcome outcome, Cause cause, String message) implements Act {}

  record SetProviderId(String host) implements Act {}
}
