package io.beskar7.boot.run;

import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.RunKind;
import io.beskar7.domain.bmc.HostKey;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The Provision runs of each host. May be behind. */
public final class RunIndex implements AutoCloseable {
  private static final String BY_HOST = "host";
  private static final Comparator<ProvisioningRun> NEWEST_FIRST =
      Comparator.<ProvisioningRun, Long>comparing(run -> run.getSpec().epoch)
          .thenComparing(run -> run.getSpec().attempt)
          .reversed();

  private final SharedIndexInformer<ProvisioningRun> informer;

  public RunIndex(KubernetesClient client) {
    informer = client.resources(ProvisioningRun.class).inAnyNamespace().runnableInformer(0);
    informer.addIndexers(
        Map.of(
            BY_HOST,
            run ->
                run.getSpec() == null || run.getSpec().kind != RunKind.PROVISION
                    ? List.of()
                    : List.of(
                        run.getMetadata().getNamespace() + "/" + run.getSpec().hostRef.name)));
    Informers.start(informer);
  }

  public boolean synced() {
    return informer.hasSynced();
  }

  /** Highest epoch and attempt first. */
  public List<ProvisioningRun> of(HostKey host) {
    return informer.getIndexer().byIndex(BY_HOST, host.toString()).stream()
        .sorted(NEWEST_FIRST)
        .toList();
  }

  @Override
  public void close() {
    informer.close();
  }
}
