package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.claim.Claiming;
import io.beskar7.domain.claim.Explanation;
import io.beskar7.domain.claim.Healing;
import io.beskar7.domain.claim.MachineView;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.domain.claim.Outcome;
import io.beskar7.domain.claim.Selection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one turn of the lane does, and what is told to machines that wait. */
final class ClaimTurn {
  private final LaneQueue queue;
  private final Function<ObjectName, @Nullable Beskar7Machine> cached;
  private final MachineViews views;
  private final Inventory inventory;
  private final ClaimWitness witness;
  private final Supplier<Journey> journeys;
  private final Consumer<MachineKey> changed;
  private final Map<MachineKey, String> told = new ConcurrentHashMap<>();
  private final Set<String> unproven = ConcurrentHashMap.newKeySet();

  ClaimTurn(
      LaneQueue queue,
      Function<ObjectName, @Nullable Beskar7Machine> cached,
      MachineViews views,
      Inventory inventory,
      ClaimWitness witness,
      Supplier<Journey> journeys,
      Consumer<MachineKey> changed) {
    this.queue = queue;
    this.cached = cached;
    this.views = views;
    this.inventory = inventory;
    this.witness = witness;
    this.journeys = journeys;
    this.changed = changed;
  }

  void take(Job job) {
    switch (job) {
      case Job.Claim claim -> claim(claim.machine());
      case Job.Heal heal -> heal(heal.host());
    }
  }

  private void claim(MachineKey key) {
    Beskar7Machine known = cached.apply(name(key));
    if (known != null) {
      MachineView view = views.of(known);
      if (hasNothingToTry(view)) {
        waits(key, explanation(view));
        return;
      }
    }
    switch (journeys.get().walk(Claiming.of(name(key)))) {
      case Outcome.Bound _ -> settled(key);
      case Outcome.NotAsking _ -> {
        settled(key);
        changed.accept(key);
      }
      case Outcome.NoHost(MachineView machine) -> waits(key, explanation(machine));
      case Outcome.Waits(Outcome.Cause _, String text) -> waits(key, text);
      case Outcome.Dead _,
          Outcome.LetGo _,
          Outcome.Healed _,
          Outcome.Unproven _,
          Outcome.Nothing _ ->
          throw new IllegalStateException("no end of a claim");
    }
  }

  /** Most machines wait most of the time: by the cache alone, so that events cost no requests. */
  private boolean hasNothingToTry(MachineView machine) {
    return machine.ticket() == null
        && machine.providerHost() == null
        && Selection.deterministic(machine, HostViews.all(inventory.in(machine.name().namespace())))
            .isEmpty();
  }

  private void settled(MachineKey key) {
    queue.removeUnlessDue(key);
    told.remove(key);
  }

  private void waits(MachineKey key, String text) {
    if (queue.asks(key) && !text.equals(told.put(key, text))) {
      changed.accept(key);
    }
  }

  private String explanation(MachineView machine) {
    return Explanation.of(machine, HostViews.all(inventory.in(machine.name().namespace()))).text();
  }

  /** What the machine was last told, else what can be said now. */
  String explain(MachineKey key) {
    String last = told.get(key);
    if (last != null) {
      return last;
    }
    Beskar7Machine known = cached.apply(name(key));
    return known == null ? "the machine has not been looked at yet" : explanation(views.of(known));
  }

  void forget(MachineKey key) {
    told.remove(key);
  }

  private void heal(ObjectName host) {
    Journey journey = journeys.get();
    switch (journey.walk(Healing.of(host))) {
      case Outcome.Healed healed -> witness.healed(journey.host(), healed.gone().name().toString());
      case Outcome.Unproven(var seen, String text) -> unproven(journey.host(), seen.uid(), text);
      case Outcome.Nothing _ -> {}
      case Outcome.Bound _,
          Outcome.NoHost _,
          Outcome.Dead _,
          Outcome.Waits _,
          Outcome.NotAsking _,
          Outcome.LetGo _ ->
          throw new IllegalStateException("no end of a healing");
    }
  }

  /** Each event of the host leads here again; people are told once. */
  private void unproven(PhysicalHost host, String uid, String text) {
    if (unproven.add(uid + text)) {
      witness.unproven(host, text);
    }
  }

  private static ObjectName name(MachineKey key) {
    return new ObjectName(key.namespace(), key.name());
  }
}
