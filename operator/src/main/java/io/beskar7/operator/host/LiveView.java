package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.report.InspectionReport;
import io.beskar7.api.run.ProvisioningRun;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks the API itself about what a power change hangs on: the machine, and the runs that the cache
 * takes to be open. A run the cache does not know yet can only be the reason for later work.
 */
record LiveView(KubernetesClient client, HostView cache) implements HostView {
  @Override
  public @Nullable Secret secret(String namespace, String name) {
    return cache.secret(namespace, name);
  }

  @Override
  public @Nullable Beskar7Machine machine(String namespace, String name) {
    return client.resources(Beskar7Machine.class).inNamespace(namespace).withName(name).get();
  }

  @Override
  public List<ProvisioningRun> runs(PhysicalHost host) {
    return cache.runs(host).stream()
        .map(run -> run.getSpec().closed == null ? live(run) : run)
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable ProvisioningRun live(ProvisioningRun run) {
    return client.resource(run).get();
  }

  @Override
  public @Nullable InspectionReport report(String namespace, String run) {
    return cache.report(namespace, run);
  }
}
