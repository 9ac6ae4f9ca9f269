package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.domain.claim.HostChange;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.domain.claim.Ticket;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.kube.StatusWriter;
import io.beskar7.operator.kube.WriteResult;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;

/** The requests of the protocol to a Kubernetes API. */
final class KubeClaimApi implements ClaimApi {
  private final KubernetesClient client;
  private final StatusWriter writer;
  private final Time time;

  KubeClaimApi(KubernetesClient client, Time time) {
    this.client = client;
    this.writer = new StatusWriter(client);
    this.time = time;
  }

  @Override
  public @Nullable Beskar7Machine machine(ObjectName name) {
    return client
        .resources(Beskar7Machine.class)
        .inNamespace(name.namespace())
        .withName(name.name())
        .get();
  }

  @Override
  public @Nullable PhysicalHost host(ObjectName name) {
    return client
        .resources(PhysicalHost.class)
        .inNamespace(name.namespace())
        .withName(name.name())
        .get();
  }

  @Override
  public WriteResult<Beskar7Machine> write(Beskar7Machine read, @Nullable Ticket ticket) {
    Beskar7MachineStatus next =
        read.getStatus() == null ? new Beskar7MachineStatus() : writer.copy(read.getStatus());
    next.claim = MachineViews.claim(ticket);
    return writer.status(read, next);
  }

  @Override
  public WriteResult<PhysicalHost> write(PhysicalHost read, HostChange change) {
    PhysicalHost next = writer.copy(read);
    HostEdits.apply(next, change, time.now());
    return writer.update(read, next);
  }
}
