package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the API itself about what a power change hangs on: the machine, the runs that the cache
 * takes to be open, and the run that the host follows. Another run the cache does not know yet can
 * only be the reason for later work.
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
    List<ProvisioningRun> known = cache.runs(host);
    Stream<@Nullable ProvisioningRun> live =
        known.stream().map(run -> run.getSpec().closed == null ? client.resource(run).get() : run);
    return Stream.concat(live, Stream.of(host).map(h -> followed(h, known)))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /** A cache that was filled late may lack the very run that was powered on. */
  private @Nullable ProvisioningRun followed(PhysicalHost host, List<ProvisioningRun> known) {
    String name = host.getStatus() == null ? null : host.getStatus().run;
    if (name == null || known.stream().anyMatch(run -> run.getMetadata().getName().equals(name))) {
      return null;
    }
    String namespace = host.getMetadata().getNamespace();
    ProvisioningRun run =
        client.resources(ProvisioningRun.class).inNamespace(namespace).withName(name).get();
    boolean its = run != null && host.getMetadata().getUid().equals(run.getSpec().hostRef.uid);
    return its ? run : null;
  }
}
