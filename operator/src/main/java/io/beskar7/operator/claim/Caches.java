package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.operator.kube.Timestamps;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hosts and machines as watches tell them. Nominates, never decides; nothing is resynced. */
final class Caches implements AutoCloseable {
  private final SharedIndexInformer<Beskar7Machine> machines;
  private final SharedIndexInformer<PhysicalHost> hosts;

  Caches(KubernetesClient client) {
    machines = client.resources(Beskar7Machine.class).inAnyNamespace().runnableInformer(0);
    hosts = client.resources(PhysicalHost.class).inAnyNamespace().runnableInformer(0);
  }

  /** Returns when both are full; machines first, so that no host seems to be without its own. */
  void start(
      ResourceEventHandler<Beskar7Machine> onMachine, ResourceEventHandler<PhysicalHost> onHost) {
    machines.addEventHandler(onMachine);
    machines.run();
    hosts.addEventHandler(onHost);
    hosts.run();
  }

  @Nullable Beskar7Machine machine(ObjectName name) {
    return machines.getIndexer().getByKey(key(name));
  }

  @Nullable PhysicalHost host(ObjectName name) {
    return hosts.getIndexer().getByKey(key(name));
  }

  List<PhysicalHost> hosts(String namespace) {
    return hosts.getIndexer().byIndex(Cache.NAMESPACE_INDEX, namespace);
  }

  private static String key(ObjectName name) {
    return Cache.namespaceKeyFunc(name.namespace(), name.name());
  }

  /** When it was created; last of all when nobody knows. */
  static Instant created(@Nullable HasMetadata object) {
    String text = object == null ? null : object.getMetadata().getCreationTimestamp();
    return Objects.requireNonNullElse(Timestamps.parse(text), Instant.MAX);
  }

  static ObjectName name(HasMetadata object) {
    return new ObjectName(object.getMetadata().getNamespace(), object.getMetadata().getName());
  }

  @Override
  public void close() {
    machines.close();
    hosts.close();
  }
}
