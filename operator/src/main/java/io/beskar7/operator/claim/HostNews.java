package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.claim.Holder;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;

/**
 * What news of a host sets going: every machine without a host looks again (not only those that
 * were told to wait: they may be about to be), and a consumer that the cache does not know is
 * looked for. News that changes nothing a claim may rest on, such as a poll of the BMC, is none.
 */
final class HostNews implements ResourceEventHandler<PhysicalHost> {
  private final Caches caches;
  private final Inventory inventory;
  private final LaneQueue queue;

  HostNews(Caches caches, Inventory inventory, LaneQueue queue) {
    this.caches = caches;
    this.inventory = inventory;
    this.queue = queue;
  }

  @Override
  public void onAdd(PhysicalHost host) {
    look(host);
  }

  @Override
  public void onUpdate(PhysicalHost before, PhysicalHost host) {
    if (!HostViews.of(before).isLike(HostViews.of(host))) {
      look(host);
    }
  }

  private void look(PhysicalHost host) {
    queue.wakeAll(host.getMetadata().getNamespace());
    Holder holder = HostViews.of(host).holder();
    if (holder == null) {
      return;
    }
    Beskar7Machine consumer = caches.machine(holder.name());
    if (consumer == null || !consumer.getMetadata().getUid().equals(holder.uid())) {
      queue.heal(new Job.Heal(Caches.name(host)));
    }
  }

  @Override
  public void onDelete(PhysicalHost host, boolean finalStateUnknown) {
    inventory.forget(Caches.name(host));
    queue.wakeAll(host.getMetadata().getNamespace());
  }
}
