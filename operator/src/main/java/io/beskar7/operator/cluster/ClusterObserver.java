package io.beskar7.operator.cluster;

import io.beskar7.api.cluster.Beskar7Cluster;
import io.beskar7.api.cluster.Endpoint;
import io.beskar7.api.common.Annotations;
import io.beskar7.operator.kube.Pause;
import io.beskar7.operator.owner.ClusterApi;
import io.beskar7.operator.owner.Fields;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/** Collects the facts about a cluster, from caches alone. */
final class ClusterObserver {
  /** Port of a Kubernetes API where nobody says otherwise. */
  private static final int API_PORT = 6443;

  private final ClusterSources sources;

  ClusterObserver(ClusterSources sources) {
    this.sources = sources;
  }

  static @Nullable String ownerName(Beskar7Cluster cluster) {
    String owner = Fields.owner(cluster, ClusterApi.GROUP, ClusterApi.CLUSTER);
    return owner == null ? Fields.label(cluster, Annotations.CLUSTER_NAME) : owner;
  }

  ClusterFacts observe(Beskar7Cluster cluster, boolean ownersServed) {
    String name = ownerName(cluster);
    GenericKubernetesResource owner = name == null ? null : sources.owner(cluster, name);
    Endpoint given = given(cluster);
    return new ClusterFacts(
        paused(cluster, owner),
        name == null || owner != null ? null : waits(name, ownersServed),
        given == null && owner != null ? inherited(owner) : given,
        sources.zones(cluster));
  }

  private static String waits(String name, boolean ownersServed) {
    return ownersServed
        ? "Cluster " + name + " does not exist"
        : "this API serves no Cluster of group " + ClusterApi.GROUP + " in v1beta2 or v1beta1";
  }

  private static @Nullable String paused(
      Beskar7Cluster cluster, @Nullable GenericKubernetesResource owner) {
    if (Pause.isPaused(cluster)) {
      return "annotation " + Annotations.PAUSED + " is set";
    }
    return owner != null && Fields.isTrue(owner, "spec", "paused")
        ? "Cluster " + owner.getMetadata().getName() + " spec.paused is set to true"
        : null;
  }

  private static @Nullable Endpoint given(Beskar7Cluster cluster) {
    Endpoint given = cluster.getSpec() == null ? null : cluster.getSpec().controlPlaneEndpoint;
    return given == null ? null : endpoint(given.host, given.port);
  }

  private static @Nullable Endpoint inherited(GenericKubernetesResource owner) {
    Object port = owner.get("spec", "controlPlaneEndpoint", "port");
    return endpoint(
        Fields.text(owner, "spec", "controlPlaneEndpoint", "host"),
        port instanceof Number number && number.intValue() > 0 ? number.intValue() : null);
  }

  /** An empty host means that none is set. */
  private static @Nullable Endpoint endpoint(@Nullable String host, @Nullable Integer port) {
    if (host == null || host.isBlank()) {
      return null;
    }
    Endpoint endpoint = new Endpoint();
    endpoint.host = host;
    endpoint.port = port == null ? API_PORT : port;
    return endpoint;
  }
}
