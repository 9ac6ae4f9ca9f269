package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.claim.HostChange;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.domain.claim.Ticket;
import io.beskar7.operator.kube.WriteResult;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does something, or dies, just before a host is written. */
record DyingApi(ClaimApi api, Consumer<PhysicalHost> beforeHost) implements ClaimApi {

  /** Never gets to write a host: what a process leaves behind that dies after its ticket. */
  static DyingApi afterTicket(ClaimApi api) {
    return new DyingApi(
        api,
        host -> {
          throw new KubernetesClientException("died");
        });
  }

  @Override
  public @Nullable Beskar7Machine machine(ObjectName name) {
    return api.machine(name);
  }

  @Override
  public @Nullable PhysicalHost host(ObjectName name) {
    return api.host(name);
  }

  @Override
  public WriteResult<Beskar7Machine> write(Beskar7Machine read, @Nullable Ticket ticket) {
    return api.write(read, ticket);
  }

  @Override
  public WriteResult<PhysicalHost> write(PhysicalHost read, HostChange change) {
    beforeHost.accept(read);
    return api.write(read, change);
  }
}
