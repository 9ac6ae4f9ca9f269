package io.beskar7.operator.cluster;

import io.beskar7.api.cluster.Beskar7Cluster;
import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.Groups;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.operator.kube.News;
import io.beskar7.operator.owner.ClusterApi;
import io.beskar7.operator.owner.Fields;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hosts (for their zones) and owners, as caches. */
final class ClusterSources {
  private final EventSourceContext<Beskar7Cluster> context;
  private final InformerEventSource<PhysicalHost, Beskar7Cluster> hosts;
  private volatile @Nullable InformerEventSource<GenericKubernetesResource, Beskar7Cluster> owners;

  ClusterSources(EventSourceContext<Beskar7Cluster> context) {
    this.context = context;
    this.hosts =
        new InformerEventSource<>(
            InformerEventSourceConfiguration.from(PhysicalHost.class, Beskar7Cluster.class)
                .withName("cluster-hosts")
                .withNamespacesInheritedFromController()
                .withSecondaryToPrimaryMapper(this::neighbours)
                .<Beskar7Cluster>withPrimaryToSecondaryMapper(cluster -> Set.of())
                .withOnUpdateFilter(News.of(host -> Optional.ofNullable(zone(host))))
                .build(),
            context);
  }

  InformerEventSource<PhysicalHost, Beskar7Cluster> hosts() {
    return hosts;
  }

  /** The source of owners, which starts with the reconciler. */
  InformerEventSource<GenericKubernetesResource, Beskar7Cluster> owners(
      String version, EventSourceContext<Beskar7Cluster> at) {
    var made = create(version, at);
    owners = made;
    return made;
  }

  private static InformerEventSource<GenericKubernetesResource, Beskar7Cluster> create(
      String version, EventSourceContext<Beskar7Cluster> at) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(
                new GroupVersionKind(ClusterApi.GROUP, version, ClusterApi.CLUSTER),
                Beskar7Cluster.class)
            .withName("cluster-owners")
            .withNamespacesInheritedFromController()
            .withSecondaryToPrimaryMapper(ClusterSources::owned)
            .<Beskar7Cluster>withPrimaryToSecondaryMapper(cluster -> Set.of())
            .withOnUpdateFilter(News.of(Facts::ofOwner))
            .build(),
        at);
  }

  /** Whether owners are watched; asks the API for their kind once more if they are not. */
  synchronized boolean watched(ClusterApi clusterApi, Context<Beskar7Cluster> at) {
    if (owners == null) {
      clusterApi
          .version()
          .ifPresent(
              version -> {
                var retriever = at.eventSourceRetriever();
                var made = create(version, retriever.eventSourceContextForDynamicRegistration());
                retriever.dynamicallyRegisterEventSource(made);
                owners = made; // not before it runs: other threads would take it for a stopped one
              });
    }
    return owners != null;
  }

  @Nullable GenericKubernetesResource owner(Beskar7Cluster cluster, String name) {
    var watched = owners;
    return watched == null
        ? null
        : watched.get(new ResourceID(name, cluster.getMetadata().getNamespace())).orElse(null);
  }

  /** Whether what was read before this call is what the caches held, and not their end. */
  boolean answer() {
    var watched = owners;
    return hosts.isRunning() && (watched == null || watched.isRunning());
  }

  SortedSet<String> zones(Beskar7Cluster cluster) {
    return hosts
        .list(cluster.getMetadata().getNamespace(), host -> zone(host) != null)
        .map(ClusterSources::zone)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static @Nullable String zone(PhysicalHost host) {
    String zone = Fields.label(host, Annotations.ZONE);
    return zone == null || zone.isBlank() ? null : zone;
  }

  private Set<ResourceID> neighbours(HasMetadata object) {
    String namespace = object.getMetadata().getNamespace();
    return context
        .getPrimaryCache()
        .list(namespace)
        .map(ResourceID::fromResource)
        .collect(Collectors.toSet());
  }

  private static Set<ResourceID> owned(GenericKubernetesResource owner) {
    String name = Fields.infrastructure(owner, Groups.INFRASTRUCTURE, "Beskar7Cluster");
    return name == null
        ? Set.of()
        : Set.of(new ResourceID(name, owner.getMetadata().getNamespace()));
  }
}
