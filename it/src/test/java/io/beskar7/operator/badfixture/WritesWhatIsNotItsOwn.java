package io.beskar7.operator.badfixture;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;

/** Breaks a house rule on purpose. */
public final class WritesWhatIsNotItsOwn {
  public void write(PhysicalHost host, Beskar7Machine machine, ProvisioningRun run) {
    host.getSpec().consumerRef = null;
    host.getSpec().claimEpoch = 7L;
    host.getStatus().state = null;
    machine.getStatus().claim = null;
    run.getStatus().verdict = null;
  }
}
