package io.beskar7.operator.host;

import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.host.Lane;
import io.beskar7.operator.bmc.Route;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted last for a host, and the last word on it.
 *
 * @param version of the route it was submitted with
 * @param place the BMC and system it was submitted to
 * @param startedAt null while it waits for others
 * @param heard null before the first word
 * @param at when it was heard, or submitted
 * @param failures in a row with this version
 * @param known the state that the BMC has told with this version before, null for none
 * @param pollEvery product time to the next poll, null for all else
 * @param awaited whether a look has seen it under way
 */
record DeskEntry(
    String operationId,
    String version,
    String place,
    @Nullable Instant startedAt,
    @Nullable BmcEvent heard,
    Instant at,
    int failures,
    Outcome.@Nullable StateRead known,
    @Nullable Duration pollEvery,
    boolean awaited) {

  /** A new operation, after whatever there was. */
  static DeskEntry submitted(
      @Nullable DeskEntry last,
      String operationId,
      Route.Open route,
      @Nullable Duration pollEvery,
      Instant now) {
    DeskEntry same = last != null && last.version.equals(route.version()) ? last : null;
    return new DeskEntry(
        operationId,
        route.version(),
        route.place(),
        null,
        null,
        now,
        same == null ? 0 : same.failures,
        same == null ? null : same.told(),
        pollEvery,
        false);
  }

  boolean over() {
    return heard instanceof BmcEvent.Finished;
  }

  /**
   * The state of the server by all that has been heard; null when a failure has put it in doubt.
   */
  private Outcome.@Nullable StateRead told() {
    if (!(heard instanceof BmcEvent.Finished(var _, var _, Outcome outcome))) {
      return null;
    }
    return switch (outcome) {
      case Outcome.StateRead read -> read;
      case Outcome.Enrolled(var facts, var power) -> new Outcome.StateRead(power, facts.health());
      case Outcome.PoweredOff _ -> told(PowerState.OFF);
      case Outcome.BootStarted _ -> told(PowerState.ON);
      case Outcome.OverrideCleared _ -> known;
      case Outcome.Failed _, Outcome.Cancelled _ -> null;
    };
  }

  private Outcome.@Nullable StateRead told(PowerState power) {
    return known == null ? null : new Outcome.StateRead(power, known.health());
  }

  /** It runs. */
  DeskEntry started(Instant when) {
    return new DeskEntry(
        operationId, version, place, when, heard, at, failures, known, pollEvery, awaited);
  }

  DeskEntry hear(BmcEvent event, Instant when) {
    return with(event, when, failuresAfter(event), awaited);
  }

  /** The step is on record and goes on. */
  DeskEntry proceed(Step step, Instant when) {
    return heard instanceof BmcEvent.StepDue due && due.step() == step
        ? with(null, when, failures, awaited)
        : this;
  }

  /** A look has been based on this. */
  DeskEntry seen() {
    return over() || awaited ? this : with(heard, at, failures, true);
  }

  private DeskEntry with(@Nullable BmcEvent event, Instant when, int failed, boolean seen) {
    return new DeskEntry(
        operationId, version, place, startedAt, event, when, failed, known, pollEvery, seen);
  }

  private int failuresAfter(BmcEvent event) {
    return switch (event) {
      case BmcEvent.Started _, BmcEvent.StepDue _ -> failures;
      case BmcEvent.Finished(var _, var _, Outcome outcome) ->
          switch (outcome) {
            case Outcome.Failed _ -> failures + 1;
            case Outcome.Cancelled _ -> failures;
            case Outcome.Enrolled _,
                Outcome.StateRead _,
                Outcome.PoweredOff _,
                Outcome.BootStarted _,
                Outcome.OverrideCleared _ ->
                0;
          };
    };
  }

  /** Product time to the next poll when this one has read nothing new and nobody waits; or null. */
  @Nullable Duration quietUntilNext() {
    boolean same = over() && known != null && known.equals(told());
    return same && !awaited ? pollEvery : null;
  }

  /**
   * What the lane does for the host.
   *
   * @param current version of the route there is now, null when there is none
   */
  Lane lane(@Nullable String current) {
    return switch (heard) {
      case null -> new Lane.Busy(operationId, startedAt);
      case BmcEvent.Started _ -> new Lane.Busy(operationId, startedAt);
      case BmcEvent.StepDue due ->
          new Lane.StepDue(operationId, due.step(), startedAt == null ? at : startedAt);
      case BmcEvent.Finished finished ->
          new Lane.Ended(operationId, finished.outcome(), at, failures, version.equals(current));
    };
  }
}
