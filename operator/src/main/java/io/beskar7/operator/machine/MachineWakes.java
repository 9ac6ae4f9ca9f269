package io.beskar7.operator.machine;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.claim.MachineKey;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * News from the claim room for machines that wait. While a wave of machines takes hosts, the reason
 * of all others changes with each: what comes within one moment leads to one look.
 */
final class MachineWakes {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final SimpleInboundEventSource<Beskar7Machine> source =
      new SimpleInboundEventSource<>("machine-claims");
  private final Set<ResourceID> due = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean planned = new AtomicBoolean();
  private final Time time;

  MachineWakes(Time time) {
    this.time = time;
  }

  EventSource<?, Beskar7Machine> source() {
    return source;
  }

  /** Returns at once. */
  void wake(MachineKey machine) {
    due.add(new ResourceID(machine.name(), machine.namespace()));
    if (planned.compareAndSet(false, true)) {
      time.schedule(MOMENT, this::pass);
    }
  }

  private void pass() {
    planned.set(false);
    for (ResourceID machine : Set.copyOf(due)) {
      due.remove(machine);
      source.propagateEvent(machine);
    }
  }
}
