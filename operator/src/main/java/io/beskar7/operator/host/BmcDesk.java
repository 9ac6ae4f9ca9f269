package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.BmcGateway;
import io.beskar7.domain.bmc.HostKey;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.bmc.Route;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands intents to the gateway, keeps the last word on each host and wakes its reconciler. One
 * entry for each host; a restart loses them all, and what is on record is then submitted again.
 *
 * <p>A poll that reads what was known before is no news: the host is woken when the next one is
 * due. Unless a look has seen it under way, which may rest on that: then its end is news.
 */
final class BmcDesk extends AbstractEventSource<Void, PhysicalHost> {
  private final BmcGateway gateway;
  private final Time time;
  private final ConcurrentMap<HostKey, DeskEntry> entries = new ConcurrentHashMap<>();
  private final ConcurrentMap<HostKey, Time.Timer> nextPolls = new ConcurrentHashMap<>();

  BmcDesk(BmcGateway gateway, Time time) {
    super(Void.class, "bmc");
    this.gateway = gateway;
    this.time = time;
    gateway.listener(this::hear);
  }

  void submit(HostKey host, String operationId, Route.Open route, Intent intent) {
    submit(host, operationId, route, intent, null);
  }

  /**
   * Asks for the state.
   *
   * @param every product time to the next poll
   */
  void poll(HostKey host, String operationId, Route.Open route, Duration every) {
    submit(host, operationId, route, new Intent.ReadState(), every);
  }

  private void submit(
      HostKey host,
      String operationId,
      Route.Open route,
      Intent intent,
      @Nullable Duration pollEvery) {
    DeskEntry entry =
        entries.compute(
            host,
            (key, last) ->
                last != null && last.operationId().equals(operationId) && !last.over()
                    ? last
                    : DeskEntry.submitted(last, operationId, route, pollEvery, time.now()));
    if (entry.heard() == null) {
      gateway.submit(host, operationId, route.target(), intent);
    }
  }

  void proceed(HostKey host, String operationId, Step step) {
    entries.computeIfPresent(host, (key, entry) -> entry.proceed(step, time.now()));
    gateway.proceed(host, operationId, step);
  }

  void cancel(HostKey host) {
    gateway.cancel(host);
  }

  /** The host is gone. */
  void forget(HostKey host) {
    gateway.cancel(host);
    seen(host);
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
    HostKey host = event.host();
    if (event instanceof BmcEvent.Started started) {
      entries.computeIfPresent(
          host,
          (key, entry) ->
              entry.operationId().equals(started.operationId())
                  ? entry.started(time.now())
                  : entry);
      return;
    }
    DeskEntry now = entries.computeIfPresent(host, (key, entry) -> heard(entry, event));
    Duration quiet = now != null && event.equals(now.heard()) ? now.quietUntilNext() : null;
    if (quiet == null) {
      wake(host);
    } else {
      nextPolls.put(host, time.schedule(quiet, () -> wake(host)));
    }
  }

  private DeskEntry heard(DeskEntry entry, BmcEvent event) {
    return entry.operationId().equals(event.operationId()) ? entry.hear(event, time.now()) : entry;
  }

  /** Has the host looked at again. */
  void wake(HostKey host) {
    if (isRunning()) {
      getEventHandler().handleEvent(new Event(Keys.id(host)));
    }
  }

  /** The last word on the host, for a look at it, which says when the next one is; or null. */
  @Nullable DeskEntry seen(HostKey host) {
    Time.Timer nextPoll = nextPolls.remove(host);
    if (nextPoll != null) {
      nextPoll.cancel();
    }
    return entries.computeIfPresent(host, (key, entry) -> entry.seen());
  }

  @Override
  public Set<Void> getSecondaryResources(PhysicalHost primary) {
    return Set.of();
  }
}
