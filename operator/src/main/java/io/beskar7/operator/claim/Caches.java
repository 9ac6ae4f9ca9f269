package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.operator.kube.Timestamps;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hosts and machines as watches tell them. Nominates, never decides; nothing is resynced. */
final class Caches implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Caches.class);

  private final List<SharedIndexInformer<Beskar7Machine>> machines;
  private final List<SharedIndexInformer<PhysicalHost>> hosts;

  /**
   * @param namespaces empty for all
   */
  Caches(KubernetesClient client, Set<String> namespaces) {
    machines = informers(client.resources(Beskar7Machine.class), namespaces);
    hosts = informers(client.resources(PhysicalHost.class), namespaces);
  }

  private static <T extends HasMetadata> List<SharedIndexInformer<T>> informers(
      MixedOperation<T, KubernetesResourceList<T>, Resource<T>> all, Set<String> namespaces) {
    List<SharedIndexInformer<T>> informers =
        namespaces.isEmpty()
            ? List.of(all.inAnyNamespace().runnableInformer(0))
            : namespaces.stream().map(one -> all.inNamespace(one).runnableInformer(0)).toList();
    informers.forEach(informer -> informer.exceptionHandler(Caches::goesOn));
    return informers;
  }

  /** A watch that has once begun is begun again for ever; one that cannot begin fails the start. */
  private static boolean goesOn(boolean started, Throwable failure) {
    LOG.atWarn().setCause(failure).log("watch for claims broke");
    return started;
  }

  /** Returns when all are full; machines first, so that no host seems to be without its own. */
  void start(
      ResourceEventHandler<Beskar7Machine> onMachine, ResourceEventHandler<PhysicalHost> onHost) {
    machines.forEach(informer -> informer.addEventHandler(onMachine).run());
    hosts.forEach(informer -> informer.addEventHandler(onHost).run());
  }

  /** Whether all are full and none has ended. */
  boolean ready() {
    return Stream.concat(machines.stream(), hosts.stream())
        .allMatch(informer -> informer.hasSynced() && informer.isRunning());
  }

  @Nullable Beskar7Machine machine(ObjectName name) {
    return first(machines, name);
  }

  @Nullable PhysicalHost host(ObjectName name) {
    return first(hosts, name);
  }

  private static <T> @Nullable T first(List<SharedIndexInformer<T>> informers, ObjectName name) {
    for (SharedIndexInformer<T> informer : informers) {
      T found = informer.getIndexer().getByKey(key(name));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  List<PhysicalHost> hosts(String namespace) {
    return hosts.stream()
        .flatMap(i -> i.getIndexer().byIndex(Cache.NAMESPACE_INDEX, namespace).stream())
        .toList();
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
    machines.forEach(SharedIndexInformer::close);
    hosts.forEach(SharedIndexInformer::close);
  }
}
