package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.Closed;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.domain.host.Cause;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.kube.StatusWriter;
import io.beskar7.operator.kube.Timestamps;
import io.beskar7.operator.kube.WriteResult;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;

/** Looks at the API itself, where absence in a cache proves nothing. */
final class Orphans {
  private final KubernetesClient client;
  private final StatusWriter writer;
  private final Time time;

  Orphans(KubernetesClient client, StatusWriter writer, Time time) {
    this.client = client;
    this.writer = writer;
    this.time = time;
  }

  /**
   * Closes an open run nobody is left to close; a missing machine has to be missing there too.
   * Whoever writes to the run meanwhile may write what wakes no host, so it is tried until it
   * stands.
   */
  void close(PhysicalHost host, String name, Cause cause) {
    WriteResult<ProvisioningRun> result;
    do {
      ProvisioningRun run = find(host.getMetadata().getNamespace(), name);
      if (run == null || run.getSpec().closed != null) {
        return;
      }
      if (cause == Cause.CONSUMER_GONE && !machineGone(run)) {
        return;
      }
      ProvisioningRun next = writer.copy(run);
      next.getSpec().closed = closed(cause);
      result = writer.update(run, next);
    } while (result instanceof WriteResult.Conflict<ProvisioningRun>);
  }

  private @Nullable ProvisioningRun find(String namespace, String name) {
    return client.resources(ProvisioningRun.class).inNamespace(namespace).withName(name).get();
  }

  private boolean machineGone(ProvisioningRun run) {
    Beskar7Machine machine =
        client
            .resources(Beskar7Machine.class)
            .inNamespace(run.getMetadata().getNamespace())
            .withName(run.getSpec().machineRef.name)
            .get();
    return machine == null || !machine.getMetadata().getUid().equals(run.getSpec().machineRef.uid);
  }

  private Closed closed(Cause cause) {
    Closed closed = new Closed();
    closed.outcome = RunOutcome.CANCELLED;
    closed.cause = MemoryCodec.reason(cause).wire();
    closed.message = MemoryCodec.reason(cause).text();
    closed.at = Timestamps.millis(time.now());
    return closed;
  }
}
