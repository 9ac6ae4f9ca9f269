package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.claim.HostChange;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.domain.claim.Ticket;
import io.beskar7.operator.kube.WriteResult;
import org.jspecify.annotations.Nullable;

/**
 * The four requests of the protocol. Each throws KubernetesClientException when there is no answer,
 * or a refusal that is not about the version.
 */
interface ClaimApi {
  /** A live read (GET without a resourceVersion parameter); null when there is none. */
  @Nullable Beskar7Machine machine(ObjectName name);

  /** A live read (GET without a resourceVersion parameter); null when there is none. */
  @Nullable PhysicalHost host(ObjectName name);

  /**
   * PUT of the status at the version that was read, with all that is not ours unchanged.
   *
   * @param ticket null clears it
   */
  WriteResult<Beskar7Machine> write(Beskar7Machine read, @Nullable Ticket ticket);

  /** PUT at the version that was read, with all that is not ours unchanged. */
  WriteResult<PhysicalHost> write(PhysicalHost read, HostChange change);
}
