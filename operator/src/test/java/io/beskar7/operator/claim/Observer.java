package io.beskar7.operator.claim;

import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.PhysicalHost;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Rechecks every watch event of the hosts: no two hosts name one machine (C2), a consumer never
 * changes into one of another name without the host having been free (C1), the epoch never falls,
 * and rises with each change of holder.
 */
final class Observer implements ResourceEventHandler<PhysicalHost>, AutoCloseable {
  private final Map<String, PhysicalHost> hosts = new HashMap<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final SharedIndexInformer<PhysicalHost> informer;

  Observer(KubernetesClient client, String namespace) {
    informer = client.resources(PhysicalHost.class).inNamespace(namespace).inform(this);
  }

  List<String> violations() {
    return violations;
  }

  @Override
  public void onAdd(PhysicalHost host) {
    see(host);
  }

  @Override
  public void onUpdate(PhysicalHost before, PhysicalHost host) {
    see(host);
  }

  @Override
  public synchronized void onDelete(PhysicalHost host, boolean unknown) {
    hosts.remove(host.getMetadata().getName());
  }

  private synchronized void see(PhysicalHost host) {
    PhysicalHost before = hosts.put(host.getMetadata().getName(), host);
    boolean same =
        before != null && before.getMetadata().getUid().equals(host.getMetadata().getUid());
    if (same) {
      compare(before, host);
    }
    ConsumerRef consumer = host.getSpec().consumerRef;
    if (consumer != null) {
      hosts.values().stream()
          .filter(other -> other != host && consumer.uid.equals(uid(other)))
          .forEach(other -> violations.add("C2: " + host + " and " + other));
    }
  }

  private void compare(PhysicalHost before, PhysicalHost host) {
    String was = uid(before);
    String is = uid(host);
    boolean adopted = !was.isEmpty() && !is.isEmpty() && name(before).equals(name(host));
    if (!was.isEmpty() && !is.isEmpty() && !was.equals(is) && !adopted) {
      violations.add("C1: " + host + " was of " + was);
    }
    long from = HostViews.epoch(before.getSpec());
    long to = HostViews.epoch(host.getSpec());
    if (to < from || (to == from && !was.equals(is))) {
      violations.add("epoch " + from + " to " + to + ": " + host);
    }
  }

  private static String uid(PhysicalHost host) {
    ConsumerRef consumer = host.getSpec().consumerRef;
    return consumer == null ? "" : consumer.uid;
  }

  private static String name(PhysicalHost host) {
    return host.getSpec().consumerRef.name;
  }

  @Override
  public void close() {
    informer.close();
  }
}
