package io.beskar7.operator.badfixture;

import io.beskar7.api.run.ProvisioningRun;

/** Breaks a house rule on purpose. */
public final class WritesElsewhere {
  public void write(ProvisioningRun run) {
    run.getSpec().closed = null;
  }
}
