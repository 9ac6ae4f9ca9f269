package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.BmcGateway;
import io.beskar7.domain.bmc.HostKey;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.host.Lane;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.bmc.Route;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands intents to the gateway, keeps the last word on each host and wakes its reconciler. One
 * entry for each host; a restart loses them all, and what is on record is then submitted again.
 */
final class BmcDesk extends AbstractEventSource<Void, PhysicalHost> {
  /**
   * What was submitted last for a host.
   *
   * @param version of the route it was submitted with
   * @param place the BMC and system it was submitted to
   * @param failures in a row with this version
   */
  record Entry(
      String operationId,
      String version,
      String place,
      @Nullable BmcEvent heard,
      Instant at,
      int failures) {

    boolean over() {
      return heard instanceof BmcEvent.Finished;
    }

    Entry hear(@Nullable BmcEvent event, Instant when, int failed) {
      return new Entry(operationId, version, place, event, when, failed);
    }
  }

  private final BmcGateway gateway;
  private final Time time;
  private final ConcurrentMap<HostKey, Entry> entries = new ConcurrentHashMap<>();

  BmcDesk(BmcGateway gateway, Time time) {
    super(Void.class, "bmc");
    this.gateway = gateway;
    this.time = time;
    gateway.listener(this::hear);
  }

  void submit(HostKey host, String operationId, Route.Open route, Intent intent) {
    Entry entry = entries.compute(host, (key, before) -> submitted(before, operationId, route));
    if (entry.heard() == null) {
      gateway.submit(host, operationId, route.target(), intent);
    }
  }

  private Entry submitted(@Nullable Entry before, String operationId, Route.Open route) {
    if (before != null && before.operationId().equals(operationId) && !before.over()) {
      return before;
    }
    boolean sameRoute = before != null && before.version().equals(route.version());
    int failures = before != null && sameRoute ? before.failures() : 0;
    return new Entry(operationId, route.version(), route.place(), null, time.now(), failures);
  }

  void proceed(HostKey host, String operationId, Step step) {
    entries.computeIfPresent(
        host,
        (key, entry) ->
            entry.heard() instanceof BmcEvent.StepDue due && due.step() == step
                ? entry.hear(null, time.now(), entry.failures())
                : entry);
    gateway.proceed(host, operationId, step);
  }

  void cancel(HostKey host) {
    gateway.cancel(host);
  }

  /** The host is gone. */
  void forget(HostKey host) {
    gateway.cancel(host);
    entries.remove(host);
  }

  /** Nobody is left to put a step on record. */
  @Override
  public void stop() {
    super.stop();
    entries.forEach(
        (host, entry) -> {
          if (!entry.over()) {
            gateway.cancel(host);
          }
        });
  }

  private void hear(BmcEvent event) {
    entries.computeIfPresent(
        event.host(),
        (key, entry) ->
            entry.operationId().equals(event.operationId())
                ? entry.hear(event, time.now(), failures(entry, event))
                : entry);
    wake(event.host());
  }

  private static int failures(Entry entry, BmcEvent event) {
    return switch (event) {
      case BmcEvent.StepDue _ -> entry.failures();
      case BmcEvent.Finished(var _, var _, Outcome outcome) ->
          switch (outcome) {
            case Outcome.Failed _ -> entry.failures() + 1;
            case Outcome.Cancelled _ -> entry.failures();
            case Outcome.Enrolled _,
                Outcome.StateRead _,
                Outcome.PoweredOff _,
                Outcome.BootStarted _,
                Outcome.OverrideCleared _ ->
                0;
          };
    };
  }

  /** Has the host looked at again. */
  void wake(HostKey host) {
    if (isRunning()) {
      getEventHandler().handleEvent(new Event(Keys.id(host)));
    }
  }

  @Nullable Entry entry(HostKey host) {
    return entries.get(host);
  }

  /**
   * What the lane does for the host.
   *
   * @param version of the route there is now, null when there is none
   */
  static Lane lane(@Nullable Entry entry, @Nullable String version) {
    if (entry == null) {
      return new Lane.Idle();
    }
    return switch (entry.heard()) {
      case null -> new Lane.Busy(entry.operationId());
      case BmcEvent.StepDue due -> new Lane.StepDue(entry.operationId(), due.step());
      case BmcEvent.Finished finished ->
          new Lane.Ended(
              entry.operationId(),
              finished.outcome(),
              entry.at(),
              entry.failures(),
              entry.version().equals(version));
    };
  }

  @Override
  public Set<Void> getSecondaryResources(PhysicalHost primary) {
    return Set.of();
  }
}
