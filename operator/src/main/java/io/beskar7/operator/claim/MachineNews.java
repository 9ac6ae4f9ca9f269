package io.beskar7.operator.claim;

import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;

/** What news of a machine sets going. */
final class MachineNews implements ResourceEventHandler<Beskar7Machine> {
  private final Caches caches;
  private final LaneQueue queue;

  MachineNews(Caches caches, LaneQueue queue) {
    this.caches = caches;
    this.queue = queue;
  }

  @Override
  public void onAdd(Beskar7Machine machine) {
    queue.wake(MachineKey.of(machine), Caches.created(machine));
  }

  @Override
  public void onUpdate(Beskar7Machine before, Beskar7Machine machine) {
    if (!before.getMetadata().getUid().equals(machine.getMetadata().getUid())) {
      heal(before); // a watch begun anew tells of another bearer of the name as of a change
    }
    queue.wake(MachineKey.of(machine), Caches.created(machine));
  }

  @Override
  public void onDelete(Beskar7Machine machine, boolean finalStateUnknown) {
    queue.wake(MachineKey.of(machine));
    heal(machine);
  }

  private void heal(Beskar7Machine machine) {
    caches.hosts(machine.getMetadata().getNamespace()).stream()
        .filter(host -> isHeldBy(host, machine))
        .forEach(host -> queue.heal(new Job.Heal(Caches.name(host))));
  }

  private static boolean isHeldBy(PhysicalHost host, Beskar7Machine machine) {
    ConsumerRef consumer = host.getSpec().consumerRef;
    return consumer != null && machine.getMetadata().getName().equals(consumer.name);
  }
}
