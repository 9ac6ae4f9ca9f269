package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.operator.kube.News;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a host's decision reads besides the host, from caches; and which host each change wakes.
 * Looked up by name or index, so a new host sees what was there before it.
 */
final class HostSources implements HostView {
  private static final String HOSTS_BY_SECRET = "secret";
  private static final String HOSTS_BY_CONSUMER = "consumer";
  private static final String RUNS_BY_HOST = "host-uid";

  private final IndexerResourceCache<PhysicalHost> hosts;
  private final InformerEventSource<Secret, PhysicalHost> secrets;
  private final InformerEventSource<Beskar7Machine, PhysicalHost> machines;
  private final InformerEventSource<ProvisioningRun, PhysicalHost> runs;

  HostSources(EventSourceContext<PhysicalHost> context) {
    hosts = context.getPrimaryCache();
    hosts.addIndexers(
        Map.of(
            HOSTS_BY_SECRET, HostSources::secretsOf,
            HOSTS_BY_CONSUMER, HostSources::consumerOf));
    secrets =
        informer(
            Secret.class,
            context,
            secret -> byIndex(HOSTS_BY_SECRET, key(secret)),
            News.of(secret -> secret.getMetadata().getResourceVersion()));
    machines = informer(Beskar7Machine.class, context, this::hostsOf, News.of(Facts::ofMachine));
    runs =
        informer(
            ProvisioningRun.class,
            context,
            run -> ref(run, run.getSpec().hostRef.name),
            News.of(Facts::ofRun));
    runs.addIndexers(
        Map.of(RUNS_BY_HOST, run -> List.of(String.valueOf(run.getSpec().hostRef.uid))));
  }

  private static <R extends HasMetadata> InformerEventSource<R, PhysicalHost> informer(
      Class<R> kind,
      EventSourceContext<PhysicalHost> context,
      SecondaryToPrimaryMapper<R> hostsOf,
      OnUpdateFilter<R> news) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(kind, PhysicalHost.class)
            .withSecondaryToPrimaryMapper(hostsOf)
            .withNamespacesInheritedFromController()
            .withOnUpdateFilter(news)
            .build(),
        context);
  }

  List<EventSource<?, PhysicalHost>> all() {
    return List.of(secrets, machines, runs);
  }

  /** Whether what was read before this call is what the caches held, and not their end. */
  boolean answer() {
    return secrets.isRunning() && machines.isRunning() && runs.isRunning();
  }

  private static List<String> secretsOf(PhysicalHost host) {
    RedfishConnection connection = host.getSpec().redfishConnection;
    List<String> keys = new ArrayList<>();
    if (connection != null && connection.credentialsSecretRef != null) {
      keys.add(key(host, connection.credentialsSecretRef));
    }
    if (connection != null && connection.caBundleSecretRef != null) {
      keys.add(key(host, connection.caBundleSecretRef.name));
    }
    return keys;
  }

  private static List<String> consumerOf(PhysicalHost host) {
    return host.getSpec().consumerRef == null
        ? List.of()
        : List.of(key(host, host.getSpec().consumerRef.name));
  }

  /** The hosts that a machine's ticket or providerID names, and those that name the machine. */
  private Set<ResourceID> hostsOf(Beskar7Machine machine) {
    Set<ResourceID> ids = new HashSet<>(byIndex(HOSTS_BY_CONSUMER, key(machine)));
    String named = Consumers.hostNamedBy(machine);
    if (named != null) {
      ids.add(Keys.id(machine.getMetadata().getNamespace(), named));
    }
    return ids;
  }

  private Set<ResourceID> byIndex(String index, String key) {
    Set<ResourceID> ids = new HashSet<>();
    hosts.byIndex(index, key).forEach(host -> ids.add(ResourceID.fromResource(host)));
    return ids;
  }

  private static Set<ResourceID> ref(HasMetadata object, String host) {
    return Set.of(Keys.id(object.getMetadata().getNamespace(), host));
  }

  private static String key(HasMetadata object) {
    return key(object, object.getMetadata().getName());
  }

  private static String key(HasMetadata sameNamespace, String name) {
    return sameNamespace.getMetadata().getNamespace() + "/" + name;
  }

  @Override
  public @Nullable Secret secret(String namespace, String name) {
    return secrets.get(Keys.id(namespace, name)).orElse(null);
  }

  @Override
  public @Nullable Beskar7Machine machine(String namespace, String name) {
    return machines.get(Keys.id(namespace, name)).orElse(null);
  }

  @Override
  public List<ProvisioningRun> runs(PhysicalHost host) {
    return runs.byIndex(RUNS_BY_HOST, host.getMetadata().getUid());
  }
}
