package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.claim.LettingGo;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.domain.claim.Outcome;
import io.beskar7.domain.claim.Releasing;
import io.beskar7.domain.claim.Verifying;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.kube.Events;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Claims on a Kubernetes API. Any number of rooms in any number of processes may work on one API:
 * safety rests on the protocol of {@code domain.claim} alone.
 */
public final class ClaimRoom implements Claims, AutoCloseable {
  private final ClaimApi api;
  private final MachineViews views;
  private final Inventory inventory;
  private final ClaimWitness witness;
  private final Caches caches;
  private final LaneQueue queue = new LaneQueue();
  private final ClaimTurn turn;
  private final ClaimLane lane;

  /**
   * Opens a room for all namespaces that does nothing yet.
   *
   * @param surroundings what Clusters and owning Machines say
   * @param changed is told, on the thread of the lane, of a machine that no longer asks or is told
   *     another reason for waiting, but not of one that has come to a host: that is news of the
   *     host; must return at once
   */
  public ClaimRoom(
      KubernetesClient client,
      Time time,
      Events events,
      Surroundings surroundings,
      Consumer<MachineKey> changed) {
    this(client, time, events, surroundings, changed, Set.of());
  }

  /**
   * Opens a room that does nothing yet; the rest as above.
   *
   * @param namespaces to look after; empty for all
   */
  public ClaimRoom(
      KubernetesClient client,
      Time time,
      Events events,
      Surroundings surroundings,
      Consumer<MachineKey> changed,
      Set<String> namespaces) {
    this(
        new Caches(client, namespaces),
        new KubeClaimApi(client, time),
        time,
        new ClaimNews(events),
        surroundings,
        changed);
  }

  ClaimRoom(
      Caches caches,
      ClaimApi api,
      Time time,
      ClaimWitness witness,
      Surroundings surroundings,
      Consumer<MachineKey> changed) {
    this.caches = caches;
    this.api = api;
    this.witness = witness;
    views = new MachineViews(surroundings);
    inventory = new Inventory(caches::hosts, caches::host);
    turn = new ClaimTurn(queue, caches::machine, views, inventory, witness, this::journey, changed);
    lane = new ClaimLane(queue, time, turn::take);
  }

  /** Returns when the caches are full and the lane runs. */
  public void start() {
    caches.start(new MachineNews(caches, queue), new HostNews(caches, inventory, queue));
    lane.start();
  }

  /** Whether the caches are full and their watches alive. */
  public boolean ready() {
    return caches.ready();
  }

  private Journey journey() {
    return new Journey(api, views, inventory, witness);
  }

  @Override
  public void wants(MachineKey machine) {
    Beskar7Machine known = caches.machine(new ObjectName(machine.namespace(), machine.name()));
    queue.add(machine, Caches.created(known));
  }

  @Override
  public void forget(MachineKey machine) {
    queue.remove(machine);
    turn.forget(machine);
  }

  @Override
  public Binding verify(Beskar7Machine machine) {
    Journey journey = journey();
    return switch (journey.walk(Verifying.of(Caches.name(machine), uid(machine)))) {
      case Outcome.Bound(var _, var host) -> new Binding.Bound(journey.host(), host.epoch());
      case Outcome.Waits(Outcome.Cause cause, String _)
          when cause == Outcome.Cause.UNSETTLED && queue.asks(MachineKey.of(machine)) ->
          new Binding.Underway();
      case Outcome.Waits(var _, String text) -> new Binding.Waiting(text);
      case Outcome.Dead _ -> new Binding.Dead();
      case Outcome.NoHost _,
          Outcome.NotAsking _,
          Outcome.LetGo _,
          Outcome.Healed _,
          Outcome.Unproven _,
          Outcome.Nothing _ ->
          throw new IllegalStateException("no answer to whether a machine is bound");
    };
  }

  @Override
  public LetGo letGo(Beskar7Machine machine) {
    Journey journey = journey();
    Outcome outcome = journey.walk(LettingGo.of(Caches.name(machine), uid(machine)));
    PhysicalHost freed = journey.freed();
    if (freed != null) {
      witness.released(machine, freed);
    }
    return switch (outcome) {
      case Outcome.LetGo _ -> new LetGo.Done();
      case Outcome.Waits(Outcome.Cause cause, String text) ->
          new LetGo.Waiting(Reasons.of(cause), text);
      case Outcome.Bound _,
          Outcome.NoHost _,
          Outcome.Dead _,
          Outcome.NotAsking _,
          Outcome.Healed _,
          Outcome.Unproven _,
          Outcome.Nothing _ ->
          throw new IllegalStateException("no answer to whether a machine has let go");
    };
  }

  @Override
  public void requestRelease(Beskar7Machine machine) {
    journey().walk(Releasing.of(Caches.name(machine), uid(machine)));
  }

  @Override
  public String explain(MachineKey machine) {
    return turn.explain(machine);
  }

  private static String uid(Beskar7Machine machine) {
    return machine.getMetadata().getUid();
  }

  /** Ends the lane after the request that is under way, and the watches. */
  @Override
  public void close() {
    lane.close();
    caches.close();
  }
}
