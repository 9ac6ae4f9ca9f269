package io.beskar7.operator.badfixture;

import io.beskar7.api.host.PhysicalHost;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;

/** Breaks a house rule on purpose. */
public final class ForgetfulReconciler implements Reconciler<PhysicalHost> {
  private int count;

  @Override
  public UpdateControl<PhysicalHost> reconcile(PhysicalHost host, Context<PhysicalHost> context) {
    count++;
    return count > 1 ? UpdateControl.noUpdate() : UpdateControl.patchStatus(host);
  }
}
