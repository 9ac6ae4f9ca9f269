package io.beskar7.operator.machine;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.operator.kube.News;
import io.beskar7.operator.owner.Fields;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What machines are decided upon, as caches, and whom each change concerns. References by name are
 * looked up from the machine's side, so that a new machine sees what was there before it.
 */
final class MachineSources {
  private static final String BY_HOST = "host";
  private static final String BY_CLUSTER = "cluster";
  private static final String BY_SECRET = "secret";
  private static final String BY_MACHINE_UID = "machineUid";

  private final EventSourceContext<Beskar7Machine> context;
  private final InformerEventSource<PhysicalHost, Beskar7Machine> hosts;
  private final InformerEventSource<ProvisioningRun, Beskar7Machine> runs;
  private final InformerEventSource<Secret, Beskar7Machine> secrets;
  private final OwnerSources owners;

  MachineSources(EventSourceContext<Beskar7Machine> context, OwnerSources owners) {
    this.context = context;
    this.owners = owners;
    context
        .getPrimaryCache()
        .addIndexers(
            Map.of(
                BY_HOST, machine -> key(machine, heldHost(machine)),
                BY_CLUSTER,
                    machine -> key(machine, Fields.label(machine, Annotations.CLUSTER_NAME)),
                BY_SECRET, machine -> key(machine, bootstrapSecret(machine))));
    this.hosts = new InformerEventSource<>(hostConfiguration(), context);
    this.runs = new InformerEventSource<>(runConfiguration(), context);
    this.secrets = new InformerEventSource<>(secretConfiguration(), context);
    runs.addIndexers(
        Map.of(
            BY_MACHINE_UID,
            run ->
                run.getSpec().machineRef == null
                    ? List.of()
                    : List.of(run.getSpec().machineRef.uid)));
  }

  List<EventSource<?, Beskar7Machine>> all() {
    return new ArrayList<>(List.of(hosts, runs, secrets));
  }

  /** Whether what was read before this call is what the caches held, and not their end. */
  boolean answer() {
    return hosts.isRunning() && runs.isRunning() && secrets.isRunning() && owners.answer();
  }

  @Nullable PhysicalHost host(Beskar7Machine machine, String name) {
    return hosts.get(id(machine, name)).orElse(null);
  }

  List<ProvisioningRun> runs(Beskar7Machine machine) {
    return runs.byIndex(BY_MACHINE_UID, machine.getMetadata().getUid());
  }

  @Nullable Secret secret(Beskar7Machine machine, String name) {
    return secrets.get(id(machine, name)).orElse(null);
  }

  /** The machines of a Cluster. */
  Set<ResourceID> ofCluster(HasMetadata cluster) {
    return machines(BY_CLUSTER, cluster, cluster.getMetadata().getName());
  }

  private InformerEventSourceConfiguration<PhysicalHost> hostConfiguration() {
    return InformerEventSourceConfiguration.from(PhysicalHost.class, Beskar7Machine.class)
        .withName("machine-hosts")
        .withNamespacesInheritedFromController()
        .withSecondaryToPrimaryMapper(this::concerned)
        .<Beskar7Machine>withPrimaryToSecondaryMapper(
            machine -> {
              String host = heldHost(machine);
              return host == null ? Set.of() : Set.of(id(machine, host));
            })
        .withOnUpdateFilter(News.of(Facts::ofHost))
        .build();
  }

  private InformerEventSourceConfiguration<ProvisioningRun> runConfiguration() {
    return InformerEventSourceConfiguration.from(ProvisioningRun.class, Beskar7Machine.class)
        .withName("machine-runs")
        .withNamespacesInheritedFromController()
        .withSecondaryToPrimaryMapper(
            run ->
                run.getSpec().machineRef == null
                    ? Set.of()
                    : Set.of(id(run, run.getSpec().machineRef.name)))
        .withOnUpdateFilter(News.of(Facts::ofRun))
        .build();
  }

  private InformerEventSourceConfiguration<Secret> secretConfiguration() {
    return InformerEventSourceConfiguration.from(Secret.class, Beskar7Machine.class)
        .withName("machine-secrets")
        .withNamespacesInheritedFromController()
        .withSecondaryToPrimaryMapper(this::concerned)
        .<Beskar7Machine>withPrimaryToSecondaryMapper(
            machine -> {
              String secret = bootstrapSecret(machine);
              return secret == null ? Set.of() : Set.of(id(machine, secret));
            })
        .withOnUpdateFilter(News.of(Facts::ofSecret))
        .build();
  }

  private Set<ResourceID> concerned(PhysicalHost host) {
    Set<ResourceID> concerned = machines(BY_HOST, host, host.getMetadata().getName());
    ConsumerRef consumer = host.getSpec().consumerRef;
    if (consumer != null && consumer.name != null) {
      concerned.add(id(host, consumer.name));
    }
    return concerned;
  }

  private Set<ResourceID> concerned(Secret secret) {
    Set<ResourceID> concerned = machines(BY_SECRET, secret, secret.getMetadata().getName());
    concerned.addAll(owners.machinesWithSecret(secret));
    return concerned;
  }

  private Set<ResourceID> machines(String index, HasMetadata object, String name) {
    Set<ResourceID> found = new HashSet<>();
    context
        .getPrimaryCache()
        .byIndex(index, object.getMetadata().getNamespace() + "/" + name)
        .forEach(machine -> found.add(ResourceID.fromResource(machine)));
    return found;
  }

  /** The host that machine and claim room speak of; null when there is none. */
  private static @Nullable String heldHost(Beskar7Machine machine) {
    if (machine.getStatus() != null && machine.getStatus().claim != null) {
      return machine.getStatus().claim.host;
    }
    return ProviderIds.host(machine.getSpec().providerID, machine.getMetadata().getNamespace());
  }

  private static @Nullable String bootstrapSecret(Beskar7Machine machine) {
    return machine.getSpec().bootstrap == null ? null : machine.getSpec().bootstrap.dataSecretName;
  }

  private static List<String> key(HasMetadata object, @Nullable String name) {
    return name == null ? List.of() : List.of(object.getMetadata().getNamespace() + "/" + name);
  }

  private static ResourceID id(HasMetadata neighbour, String name) {
    return new ResourceID(name, neighbour.getMetadata().getNamespace());
  }
}
