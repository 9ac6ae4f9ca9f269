package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts stand for the same server. It has its own watch, so that the view that wakes a host
 * is the view the host is then judged by.
 *
 * <p>Of two hosts for one server the one whose details were recorded later sees the other: one
 * watch tells of all hosts in the order of their versions, and a host is judged only when the watch
 * has told of its own details. So at most one of them was ever available.
 *
 * <p>Where several namespaces have a watch each, the API is asked before a host becomes available.
 */
final class Neighbours extends AbstractEventSource<PhysicalHost, PhysicalHost>
    implements ResourceEventHandler<PhysicalHost> {
  private static final String BY_IDENTITY = "identity";

  private final MixedOperation<
          PhysicalHost, KubernetesResourceList<PhysicalHost>, Resource<PhysicalHost>>
      hosts;
  private final Set<String> namespaces;
  private final List<SharedIndexInformer<PhysicalHost>> informers;
  private final HostStateGauge gauge;

  /**
   * Watches nothing yet.
   *
   * @param namespaces to look after; empty for all
   */
  Neighbours(KubernetesClient client, Set<String> namespaces, MeterRegistry meters) {
    super(PhysicalHost.class, "neighbours");
    this.hosts = client.resources(PhysicalHost.class);
    this.namespaces = namespaces;
    this.informers =
        namespaces.isEmpty()
            ? List.of(hosts.inAnyNamespace().runnableInformer(0))
            : namespaces.stream().map(one -> hosts.inNamespace(one).runnableInformer(0)).toList();
    for (SharedIndexInformer<PhysicalHost> informer : informers) {
      informer.addIndexers(Map.of(BY_IDENTITY, host -> new ArrayList<>(Identities.of(host))));
      informer.addEventHandler(this);
    }
    this.gauge =
        new HostStateGauge(
            meters,
            () -> informers.stream().flatMap(one -> one.getStore().list().stream()).toList());
  }

  @Override
  public void start() {
    super.start();
    informers.forEach(informer -> informer.start().toCompletableFuture().join());
  }

  @Override
  public void stop() {
    super.stop();
    informers.forEach(SharedIndexInformer::stop);
  }

  /** Whether this view has come as far as what the host says of itself. */
  boolean know(PhysicalHost host) {
    return informers.stream()
        .map(informer -> informer.getStore().getByKey(key(host)))
        .filter(Objects::nonNull)
        .anyMatch(known -> Identities.of(known).equals(Identities.of(host)));
  }

  /** Names of the other hosts that stand for the same server, sorted. */
  List<String> rivals(PhysicalHost host) {
    return Identities.of(host).stream()
        .flatMap(this::named)
        .filter(other -> !key(other).equals(key(host)) && !leaves(other))
        .map(Neighbours::key)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The same, asked of the API itself where there are several watches: those have no order among
   * them, so that of two hosts in two namespaces neither may have been told of the other.
   */
  List<String> rivalsOfOtherWatches(PhysicalHost host) {
    if (namespaces.size() < 2) {
      return List.of();
    }
    Set<String> mine = Identities.of(host);
    return namespaces.stream()
        .flatMap(one -> hosts.inNamespace(one).list().getItems().stream())
        .filter(other -> !key(other).equals(key(host)) && !leaves(other))
        .filter(other -> !Collections.disjoint(mine, Identities.of(other)))
        .map(Neighbours::key)
        .sorted()
        .toList();
  }

  private Stream<PhysicalHost> named(String identity) {
    return informers.stream()
        .flatMap(informer -> informer.getIndexer().byIndex(BY_IDENTITY, identity).stream());
  }

  private static boolean leaves(PhysicalHost host) {
    return host.isMarkedForDeletion() && host.getSpec().consumerRef == null;
  }

  private static String key(PhysicalHost host) {
    return host.getMetadata().getNamespace() + "/" + host.getMetadata().getName();
  }

  @Override
  public void onAdd(PhysicalHost host) {
    gauge.show(host);
    wake(host, Identities.of(host));
  }

  @Override
  public void onUpdate(PhysicalHost before, PhysicalHost after) {
    Set<String> old = Identities.of(before);
    Set<String> now = Identities.of(after);
    if (!old.equals(now) || leaves(before) != leaves(after)) {
      Set<String> both = new HashSet<>(old);
      both.addAll(now);
      wake(after, both);
    }
  }

  @Override
  public void onDelete(PhysicalHost host, boolean stateUnknown) {
    wake(host, Identities.of(host));
  }

  /** The host itself too: it may have been waiting for this view to know it. */
  private void wake(PhysicalHost changed, Set<String> identities) {
    if (isRunning()) {
      Stream<PhysicalHost> others = identities.stream().flatMap(this::named);
      Stream.concat(Stream.of(changed), others)
          .map(Keys::host)
          .distinct()
          .forEach(host -> getEventHandler().handleEvent(new Event(Keys.id(host))));
    }
  }

  @Override
  public Set<PhysicalHost> getSecondaryResources(@Nullable PhysicalHost primary) {
    Objects.requireNonNull(primary);
    return Set.of();
  }
}
