package io.beskar7.operator.machine;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.machine.Hold;
import io.beskar7.domain.machine.MachineLifecycle;
import io.beskar7.domain.machine.MachineSettings;
import io.beskar7.domain.machine.Parting;
import io.beskar7.domain.machine.Step;
import io.beskar7.domain.machine.Step.Decided;
import io.beskar7.domain.machine.Ticket;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.claim.Binding;
import io.beskar7.operator.claim.Claims;
import io.beskar7.operator.claim.LetGo;
import io.beskar7.operator.claim.MachineKey;
import io.beskar7.operator.kube.LastLook;
import io.beskar7.operator.kube.Once;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Observe, decide, act, record, signal. What a write loses is looked at again. */
@ControllerConfiguration(name = "beskar7machine", generationAwareEventProcessing = false)
public final class Beskar7MachineReconciler implements Reconciler<Beskar7Machine> {
  /** Within which the news of a write that won against ours arrives; real time. */
  private static final Duration NEWS = Duration.ofMillis(100);

  /** How often to ask for kinds this API does not have yet; product time. */
  private static final Duration DISCOVERY = Duration.ofMinutes(1);

  private static final Duration OWNER_GRACE = Duration.ofSeconds(10);

  private final Claims claims;
  private final Time time;
  private final Supplier<MachineRoomSettings> settings;
  private final OwnerSources owners;
  private final MachineWakes wakes;
  private final MachineActor actor;
  private final MachineRecorder recorder;
  private final MachineSignaller signaller;
  private final LastLook<Beskar7Machine> lastLook;
  private final Once<MachineSources> sources = new Once<>();

  Beskar7MachineReconciler(
      MachineParts parts, OwnerSources owners, MachineWakes wakes, Claims claims) {
    this.claims = claims;
    this.time = parts.time();
    this.settings = parts.settings();
    this.owners = owners;
    this.wakes = wakes;
    RunFactory factory = new RunFactory(parts.time(), parts.settings());
    this.lastLook = parts.lastLook();
    this.actor = new MachineActor(parts.client(), factory, parts.time(), lastLook);
    this.recorder = new MachineRecorder(parts.client(), parts.time(), lastLook);
    this.signaller = new MachineSignaller(claims, parts.events(), parts.meters());
  }

  @Override
  public List<EventSource<?, Beskar7Machine>> prepareEventSources(
      EventSourceContext<Beskar7Machine> context) {
    MachineSources made = new MachineSources(context, owners);
    sources.set(made);
    List<EventSource<?, Beskar7Machine>> all = made.all();
    all.add(wakes.source());
    all.addAll(owners.start(context, made::ofCluster));
    return all;
  }

  @Override
  public UpdateControl<Beskar7Machine> reconcile(
      Beskar7Machine machine, Context<Beskar7Machine> context) {
    if (context.isPrimaryResourceDeleted()) {
      claims.forget(MachineKey.of(machine));
      lastLook.forget(ResourceID.fromResource(machine));
      return UpdateControl.noUpdate();
    }
    return look(lastLook.begins(machine, context.getPrimaryCache()), context);
  }

  private UpdateControl<Beskar7Machine> look(
      Beskar7Machine machine, Context<Beskar7Machine> context) {
    MachineSources caches = sources.get();
    boolean unserved = OwnerReader.belongs(machine) && !owners.watched(context, caches::ofCluster);
    MachineObserver observer = new MachineObserver(caches, new OwnerReader(owners), claims);
    Observation seen = observer.observe(machine, !unserved);
    if (!caches.answer()) {
      return UpdateControl.noUpdate(); // a cache that has been stopped says that there is nothing
    }
    Step step = decide(seen);
    while (!(step instanceof Decided decided)) {
      Observation answered = answer(seen, step);
      if (answered == null) {
        return again(NEWS);
      }
      seen = answered;
      step = decide(seen);
    }
    return perform(seen, decided, unserved);
  }

  private Step decide(Observation seen) {
    MachineSettings now =
        new MachineSettings(settings.get().maxAttempts(), time.scaled(OWNER_GRACE));
    return MachineLifecycle.decide(seen.facts(), time.now(), now);
  }

  /** Asks the claim room; null when its answer is about another ticket than the one seen. */
  private @Nullable Observation answer(Observation seen, Step question) {
    return switch (question) {
      case Step.Verify _ -> verify(seen, seen.facts().hold().claim());
      case Step.LetGo _ ->
          switch (claims.letGo(seen.machine())) {
            case LetGo.Done _ -> seen.with(new Parting.Done());
            case LetGo.Waiting(var _, String message) -> seen.with(new Parting.Waiting(message));
          };
      case Decided _ -> seen;
    };
  }

  private @Nullable Observation verify(Observation seen, @Nullable Ticket ticket) {
    if (ticket == null) {
      return null;
    }
    return switch (claims.verify(seen.machine())) {
      case Binding.Bound(var host, long epoch) ->
          epoch == ticket.epoch() && ticket.hostUid().equals(host.getMetadata().getUid())
              ? seen.with(new Hold.Bound(ticket), host)
              : null;
      case Binding.Waiting(String message) -> seen.with(new Hold.Settling(ticket, message), null);
      case Binding.Underway _ -> seen.with(new Hold.Underway(ticket), null);
      case Binding.Dead _ -> seen.with(new Hold.Lost(ticket), null);
    };
  }

  private UpdateControl<Beskar7Machine> perform(
      Observation seen, Decided decided, boolean unserved) {
    Beskar7Machine acted = actor.act(seen, decided.acts());
    Beskar7Machine recorded = acted == null ? null : recorder.record(seen, acted, decided.note());
    if (recorded == null) {
      return again(NEWS);
    }
    signaller.signal(seen, recorded, decided.signals());
    if (unserved) {
      return again(time.scaled(DISCOVERY));
    }
    Instant look = decided.look();
    return look == null ? UpdateControl.noUpdate() : again(Duration.between(time.now(), look));
  }

  private static UpdateControl<Beskar7Machine> again(Duration delay) {
    return UpdateControl.<Beskar7Machine>noUpdate()
        .rescheduleAfter(Math.max(1, delay.toMillis() + 1));
  }
}
