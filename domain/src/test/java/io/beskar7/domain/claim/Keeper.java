package io.beskar7.domain.claim;

import io.beskar7.domain.claim.ModelHost.State;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The host reconciler of the model, as far as claims depend on it. It looks at one moment and
 * writes at a later one, at the version it has looked at.
 */
final class Keeper {
  private record Intent(ModelHost at, ModelHost next, Runnable effect) {}

  private final World world;
  private final Wire wire;
  private final Trace trace;
  private final List<Intent> intents = new ArrayList<>();

  Keeper(World world, Wire wire, Trace trace) {
    this.world = world;
    this.wire = wire;
    this.trace = trace;
  }

  void look(ObjectName name) {
    ModelHost host = world.hosts.get(name);
    if (host == null) {
      return;
    }
    HostView view = host.view();
    if (view.deleting() && view.holder() == null) {
      intents.add(new Intent(host, host, () -> world.removeHost(name)));
      return;
    }
    switch (host.state()) {
      case ENROLLING -> enrol(host);
      case AVAILABLE -> {
        if (view.holder() != null) {
          intend(host, State.IN_USE, () -> start(view));
        }
      }
      case IN_USE -> {
        if (view.holder() == null || consumerLetsGo(view.holder())) {
          intend(host, State.CLEANING, () -> {});
        } else {
          start(view);
        }
      }
      case CLEANING -> clean(host);
    }
  }

  private void enrol(ModelHost host) {
    boolean named =
        Enrolment.blocker(host.view().name(), host.view().uid(), world.machines.values()) != null;
    if (host.view().holder() == null && (!named || wire.mutant() == Mutant.ENROL_WITHOUT_LIST)) {
      intend(host, State.AVAILABLE, () -> {});
    }
  }

  /** Only for a machine that was told that it holds the host, as design asks of a run. */
  private void start(HostView host) {
    Holder holder = host.holder();
    Ticket told = holder == null ? null : world.told.get(holder.uid());
    MachineView machine = holder == null ? null : world.machines.get(holder.name());
    if (told != null
        && told.hostUid().equals(host.uid())
        && machine != null
        && !machine.deleting()
        && !machine.releasing()
        && isLive(host)) {
      world.running.add(host.uid());
    }
  }

  private boolean isLive(HostView host) {
    ModelHost live = world.hosts.get(host.name());
    return live != null
        && live.view().uid().equals(host.uid())
        && live.view().epoch() == host.epoch();
  }

  private boolean consumerLetsGo(Holder holder) {
    @Nullable MachineView machine = world.machines.get(holder.name());
    return machine != null
        && machine.uid().equals(holder.uid())
        && (machine.deleting() || machine.releasing());
  }

  private void clean(ModelHost host) {
    HostView view = host.view();
    Long released = view.releasedEpoch();
    boolean off = released != null && (released == view.epoch() || released == view.epoch() - 1);
    if (!off || (view.holder() != null && !view.released())) {
      world.running.remove(view.uid());
      intents.add(new Intent(host, host.released(world.nextVersion()), () -> {}));
    } else if (view.holder() == null) {
      enrol(host);
    }
  }

  private void intend(ModelHost host, State next, Runnable effect) {
    intents.add(new Intent(host, host.in(next, world.nextVersion()), effect));
  }

  void act(RandomGenerator random) {
    if (!intents.isEmpty()) {
      act(intents.remove(random.nextInt(intents.size())));
    }
  }

  void actAll() {
    intents.forEach(this::act);
    intents.clear();
  }

  private void act(Intent intent) {
    if (world.isLive(intent.at().view())) {
      trace.say(() -> "keeper " + intent.at() + " -> " + intent.next().state());
      if (intent.next() != intent.at()) {
        world.put(intent.next());
      }
      intent.effect().run();
    }
  }
}
