package io.beskar7.operator.machine;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.operator.claim.Surroundings;
import io.beskar7.operator.owner.ClusterApi;
import io.beskar7.operator.owner.Fields;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/** What the claim room has to know of Clusters and Machines, from the caches of this room. */
final class OwnerSurroundings implements Surroundings {
  private final OwnerSources owners;

  OwnerSurroundings(OwnerSources owners) {
    this.owners = owners;
  }

  @Override
  public boolean clusterPaused(Beskar7Machine machine) {
    return new OwnerReader(owners).read(machine, true).paused() != null;
  }

  @Override
  public @Nullable String failureDomain(Beskar7Machine machine) {
    String name = Fields.owner(machine, ClusterApi.GROUP, ClusterApi.MACHINE);
    GenericKubernetesResource owner = name == null ? null : owners.machine(machine, name);
    return owner == null ? null : Fields.text(owner, "spec", "failureDomain");
  }
}
