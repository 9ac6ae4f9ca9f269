package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.domain.host.HostAction;
import io.beskar7.domain.host.HostDecision;
import io.beskar7.domain.host.HostLifecycle;
import io.beskar7.domain.host.HostState;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.claim.EnrolmentCheck;
import io.beskar7.operator.kube.LastLook;
import io.beskar7.operator.kube.LogKeys;
import io.beskar7.operator.kube.Once;
import io.beskar7.operator.kube.WriteResult;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one host: observes, has the domain decide, records, then acts, until there is nothing
 * left to record: its own writes do not wake it. What a cache says is enough to wait or to read;
 * before anything is done to a server the API itself is asked and the decision made anew.
 */
final class HostReconciler implements Reconciler<PhysicalHost> {
  private static final Logger LOG = LoggerFactory.getLogger(HostReconciler.class);

  /** Within which the news of a write that won against ours arrives; real time. */
  private static final Duration NEWS = Duration.ofMillis(100);

  /**
   * A decision settles with the second; more are looked at later, so that others get their turn.
   */
  private static final int MOST_PASSES = 4;

  /**
   * What a pass has come to.
   *
   * @param written the host as this pass has written it, null when nothing was to be recorded
   * @param nextLook null when only events matter
   */
  private record Pass(@Nullable PhysicalHost written, @Nullable Instant nextLook) {}

  private final KubernetesClient client;
  private final Time time;
  private final Supplier<HostSettings> settings;
  private final BmcDesk desk;
  private final Neighbours neighbours;
  private final HostObserver observer;
  private final HostRecord record;
  private final HostActor actor;
  private final HostNews news;
  private final LastLook<PhysicalHost> lastLook;
  private final Once<HostSources> sources = new Once<>();

  HostReconciler(HostParts parts) {
    this.client = parts.client();
    this.time = parts.time();
    this.settings = parts.settings();
    this.desk = parts.desk();
    this.neighbours = parts.neighbours();
    this.observer = parts.observer();
    this.record = parts.record();
    this.actor = parts.actor();
    this.news = parts.news();
    this.lastLook = parts.lastLook();
  }

  @Override
  public List<EventSource<?, PhysicalHost>> prepareEventSources(
      EventSourceContext<PhysicalHost> context) {
    HostSources made = new HostSources(context);
    sources.set(made);
    List<EventSource<?, PhysicalHost>> all = new ArrayList<>(made.all());
    all.add(desk);
    all.add(neighbours);
    return all;
  }

  @Override
  public UpdateControl<PhysicalHost> reconcile(PhysicalHost host, Context<PhysicalHost> context) {
    if (context.isPrimaryResourceDeleted()) {
      desk.forget(Keys.host(host));
      lastLook.forget(ResourceID.fromResource(host));
      return UpdateControl.noUpdate();
    }
    HostSources cached = sources.get();
    return lookAgain(look(lastLook.begins(host, context.getPrimaryCache()), cached));
  }

  /** Returns when to look again, null when only events matter. */
  private @Nullable Instant look(PhysicalHost host, HostSources cached) {
    Pass pass = pass(host, cached);
    for (int passes = 1; pass.written() != null; passes++) {
      if (passes == MOST_PASSES) {
        return time.now().plus(NEWS);
      }
      pass = pass(pass.written(), cached);
    }
    return pass.nextLook();
  }

  private Pass pass(PhysicalHost host, HostSources cached) {
    if (!neighbours.know(host)) {
      return new Pass(null, null); // its own watch is a little behind, and wakes us
    }
    Observation seen = observer.observe(host, cached);
    HostDecision decision = decide(seen);
    if (decision.needsLiveLook() || seen.facts().missesItsRun()) {
      PhysicalHost live = client.resource(host).get();
      if (live == null || !live.getMetadata().getUid().equals(host.getMetadata().getUid())) {
        return new Pass(null, null); // the news is on its way
      }
      if (!neighbours.know(live)) {
        return new Pass(null, null); // as above: by then its watch has told of this version
      }
      seen = observer.observe(live, new LiveView(client, cached));
      decision = decide(seen);
    }
    if (!cached.answer()) {
      return new Pass(null, null); // a cache that was stopped says that there is nothing
    }
    return carryOut(seen, decision);
  }

  private HostDecision decide(Observation seen) {
    HostDecision decision = decideOnce(seen);
    boolean becomesFree =
        decision.memory().state() == HostState.AVAILABLE
            && seen.facts().memory().state() != HostState.AVAILABLE;
    if (!becomesFree) {
      return decision;
    }
    List<String> rivals = neighbours.rivalsOfOtherWatches(seen.host());
    if (!rivals.isEmpty()) {
      return decideOnce(seen.rivalled(rivals));
    }
    String named = EnrolmentCheck.blocker(client, seen.host());
    return named == null ? decision : decideOnce(seen.namedBy(named));
  }

  private HostDecision decideOnce(Observation seen) {
    return HostLifecycle.decide(seen.facts(), time.now(), settings.get().scaled(time));
  }

  private Pass carryOut(Observation seen, HostDecision decision) {
    PhysicalHost next = record.next(seen, decision, time.now());
    lastLook.leaves(next);
    return switch (record.write(seen, next)) {
      case WriteResult.Conflict<PhysicalHost> _ -> again();
      case WriteResult.Gone<PhysicalHost> _ -> new Pass(null, null);
      case WriteResult.Unchanged<PhysicalHost>(PhysicalHost host) -> {
        yield act(host, seen, decision) ? new Pass(null, decision.nextLook()) : again();
      }
      case WriteResult.Written<PhysicalHost>(PhysicalHost host) -> {
        lastLook.wrote(host);
        news.tell(host, seen.facts().memory(), decision);
        yield act(host, seen, decision) ? new Pass(host, decision.nextLook()) : again();
      }
    };
  }

  /** What has won against our write need not be news to us, so nobody else wakes us for it. */
  private Pass again() {
    return new Pass(null, time.now().plus(NEWS));
  }

  private boolean act(PhysicalHost host, Observation seen, HostDecision decision) {
    boolean stands = true;
    for (HostAction action : decision.actions()) {
      LOG.atDebug()
          .addKeyValue(LogKeys.NAMESPACE, host.getMetadata().getNamespace())
          .addKeyValue(LogKeys.HOST, host.getMetadata().getName())
          .addKeyValue("action", action)
          .log("host action");
      stands &= actor.act(host, seen.route(), action);
    }
    return stands;
  }

  private UpdateControl<PhysicalHost> lookAgain(@Nullable Instant when) {
    UpdateControl<PhysicalHost> control = UpdateControl.noUpdate();
    if (when == null) {
      return control;
    }
    long millis = Duration.between(time.now(), when).toMillis() + 1;
    return control.rescheduleAfter(Math.max(1, millis));
  }
}
