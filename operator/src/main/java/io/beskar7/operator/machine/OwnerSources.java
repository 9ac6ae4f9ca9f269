package io.beskar7.operator.machine;

import io.beskar7.api.common.Groups;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.operator.kube.News;
import io.beskar7.operator.owner.ClusterApi;
import io.beskar7.operator.owner.Fields;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cluster API's Machines and Clusters as caches, where the API has them: from the start, or from
 * the moment a machine is seen that needs them.
 */
final class OwnerSources {
  private static final String BY_SECRET = "secret";

  private final ClusterApi clusterApi;
  private volatile @Nullable Pair pair;

  private record Pair(
      InformerEventSource<GenericKubernetesResource, Beskar7Machine> machines,
      InformerEventSource<GenericKubernetesResource, Beskar7Machine> clusters) {}

  OwnerSources(ClusterApi clusterApi) {
    this.clusterApi = clusterApi;
  }

  /** What can be watched when the reconciler starts. */
  List<EventSource<?, Beskar7Machine>> start(
      EventSourceContext<Beskar7Machine> context,
      Function<HasMetadata, Set<ResourceID>> machinesOfCluster) {
    return clusterApi
        .version()
        .map(version -> pair = create(version, context, machinesOfCluster))
        .map(made -> List.<EventSource<?, Beskar7Machine>>of(made.machines(), made.clusters()))
        .orElse(List.of());
  }

  /** Whether the kinds are watched; asks the API for them once more if they are not. */
  synchronized boolean watched(
      Context<Beskar7Machine> context, Function<HasMetadata, Set<ResourceID>> machinesOfCluster) {
    if (pair == null) {
      clusterApi.version().ifPresent(version -> register(version, context, machinesOfCluster));
    }
    return pair != null;
  }

  private void register(
      String version,
      Context<Beskar7Machine> context,
      Function<HasMetadata, Set<ResourceID>> machinesOfCluster) {
    var retriever = context.eventSourceRetriever();
    Pair made =
        create(version, retriever.eventSourceContextForDynamicRegistration(), machinesOfCluster);
    retriever.dynamicallyRegisterEventSource(made.machines());
    retriever.dynamicallyRegisterEventSource(made.clusters());
    pair = made; // not before they run: other threads would take them for stopped ones
  }

  private Pair create(
      String version,
      EventSourceContext<Beskar7Machine> context,
      Function<HasMetadata, Set<ResourceID>> machinesOfCluster) {
    var machines =
        source(
            context,
            version,
            ClusterApi.MACHINE,
            machine -> owned(machine),
            News.of(Facts::ofOwner));
    machines.addIndexers(Map.of(BY_SECRET, OwnerSources::secretKey));
    var clusters =
        source(
            context,
            version,
            ClusterApi.CLUSTER,
            machinesOfCluster::apply,
            News.of(Facts::ofCluster));
    return new Pair(machines, clusters);
  }

  private static InformerEventSource<GenericKubernetesResource, Beskar7Machine> source(
      EventSourceContext<Beskar7Machine> context,
      String version,
      String kind,
      SecondaryToPrimaryMapper<GenericKubernetesResource> mapper,
      OnUpdateFilter<GenericKubernetesResource> news) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(
                new GroupVersionKind(ClusterApi.GROUP, version, kind), Beskar7Machine.class)
            .withName("machine-owners-" + kind)
            .withNamespacesInheritedFromController()
            .withSecondaryToPrimaryMapper(mapper)
            .<Beskar7Machine>withPrimaryToSecondaryMapper(machine -> Set.of())
            .withOnUpdateFilter(news)
            .build(),
        context);
  }

  /** Whether what was read before this call is what the caches held, and not their end. */
  boolean answer() {
    Pair watched = pair;
    return watched == null || (watched.machines().isRunning() && watched.clusters().isRunning());
  }

  @Nullable GenericKubernetesResource machine(HasMetadata neighbour, String name) {
    Pair watched = pair;
    return watched == null ? null : watched.machines().get(id(neighbour, name)).orElse(null);
  }

  @Nullable GenericKubernetesResource cluster(HasMetadata neighbour, String name) {
    Pair watched = pair;
    return watched == null ? null : watched.clusters().get(id(neighbour, name)).orElse(null);
  }

  /** Our machines whose owners name this Secret. */
  Set<ResourceID> machinesWithSecret(Secret secret) {
    Pair watched = pair;
    Set<ResourceID> found = new HashSet<>();
    if (watched != null) {
      String key = secret.getMetadata().getNamespace() + "/" + secret.getMetadata().getName();
      watched.machines().byIndex(BY_SECRET, key).forEach(machine -> found.addAll(owned(machine)));
    }
    return found;
  }

  private static Set<ResourceID> owned(GenericKubernetesResource machine) {
    String name = Fields.infrastructure(machine, Groups.INFRASTRUCTURE, "Beskar7Machine");
    return name == null ? Set.of() : Set.of(id(machine, name));
  }

  private static List<String> secretKey(GenericKubernetesResource machine) {
    String name = Fields.text(machine, "spec", "bootstrap", "dataSecretName");
    return name == null ? List.of() : List.of(machine.getMetadata().getNamespace() + "/" + name);
  }

  private static ResourceID id(HasMetadata neighbour, String name) {
    return new ResourceID(name, neighbour.getMetadata().getNamespace());
  }
}
