package io.beskar7.operator.machine;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.machine.Owner;
import io.beskar7.operator.kube.Pause;
import io.beskar7.operator.owner.ClusterApi;
import io.beskar7.operator.owner.Fields;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/** Who stands above a machine, and what of that concerns it. */
final class OwnerReader {
  private final OwnerSources owners;

  OwnerReader(OwnerSources owners) {
    this.owners = owners;
  }

  /**
   * What is known of the owner.
   *
   * @param paused who paused the machine, in words; null when nobody did
   * @param bootstrapSecret null when none is named yet
   * @param unnamed what is waited for while no bootstrap Secret is named
   */
  record View(
      Owner owner, @Nullable String paused, @Nullable String bootstrapSecret, String unnamed) {}

  /** Whether the machine belongs to Cluster API. */
  static boolean belongs(Beskar7Machine machine) {
    return Fields.label(machine, Annotations.CLUSTER_NAME) != null || ownerName(machine) != null;
  }

  /**
   * Looks at the owner.
   *
   * @param served whether this API has Cluster API's kinds
   */
  View read(Beskar7Machine machine, boolean served) {
    String paused = Pause.isPaused(machine) ? "annotation " + Annotations.PAUSED + " is set" : null;
    return belongs(machine) ? owned(machine, served, paused) : standAlone(machine, paused);
  }

  private static View standAlone(Beskar7Machine machine, @Nullable String paused) {
    String secret =
        machine.getSpec().bootstrap == null ? null : machine.getSpec().bootstrap.dataSecretName;
    return new View(
        new Owner.StandAlone(),
        paused,
        secret,
        "spec.bootstrap.dataSecretName: not set: must be the name of a Secret of this namespace"
            + " whose key value holds the bootstrap data");
  }

  private View owned(Beskar7Machine machine, boolean served, @Nullable String paused) {
    if (!served) {
      return missing(
          paused,
          "the machine belongs to a Cluster, but this API serves no Machine and Cluster of group "
              + ClusterApi.GROUP
              + " in v1beta2 or v1beta1");
    }
    String ownerName = ownerName(machine);
    GenericKubernetesResource owner = ownerName == null ? null : owners.machine(machine, ownerName);
    String clusterName = clusterName(machine, owner);
    GenericKubernetesResource cluster =
        clusterName == null ? null : owners.cluster(machine, clusterName);
    String pausedBy =
        paused == null && cluster != null && Fields.isTrue(cluster, "spec", "paused")
            ? "Cluster " + clusterName + " spec.paused is set to true"
            : paused;
    if (owner == null) {
      return missing(
          pausedBy,
          ownerName == null
              ? "Cluster API has not set the owner of this machine yet"
              : "Machine " + ownerName + " does not exist");
    }
    return cluster == null
        ? missing(pausedBy, "Cluster " + clusterName + " does not exist")
        : new View(
            new Owner.Owned(infrastructureReady(cluster)),
            pausedBy,
            Fields.text(owner, "spec", "bootstrap", "dataSecretName"),
            "Machine " + ownerName + " has no spec.bootstrap.dataSecretName yet");
  }

  private static View missing(@Nullable String paused, String what) {
    return new View(new Owner.Missing(what), paused, null, what);
  }

  private static @Nullable String ownerName(Beskar7Machine machine) {
    return Fields.owner(machine, ClusterApi.GROUP, ClusterApi.MACHINE);
  }

  private static @Nullable String clusterName(
      Beskar7Machine machine, @Nullable GenericKubernetesResource owner) {
    String label = Fields.label(machine, Annotations.CLUSTER_NAME);
    return label == null && owner != null ? Fields.text(owner, "spec", "clusterName") : label;
  }

  /** The field of v1beta2, else that of v1beta1. */
  static boolean infrastructureReady(GenericKubernetesResource cluster) {
    return Fields.isTrue(cluster, "status", "initialization", "infrastructureProvisioned")
        || Fields.isTrue(cluster, "status", "infrastructureReady");
  }
}
