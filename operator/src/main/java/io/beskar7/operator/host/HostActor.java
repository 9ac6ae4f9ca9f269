package io.beskar7.operator.host;

import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.report.InspectionReport;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.domain.bmc.HostKey;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.host.HostAction;
import io.beskar7.operator.bmc.Route;
import io.beskar7.operator.kube.Finalizers;
import io.beskar7.operator.kube.LogKeys;
import io.beskar7.operator.kube.WriteResult;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what was decided, once the decision is on record. */
final class HostActor {
  private static final Logger LOG = LoggerFactory.getLogger(HostActor.class);

  private final KubernetesClient client;
  private final BmcDesk desk;
  private final Finalizers finalizers;
  private final Orphans orphans;
  private final Supplier<Duration> pollEvery;

  /**
   * @param pollEvery in product time; read anew for each poll
   */
  HostActor(KubernetesClient client, BmcDesk desk, Orphans orphans, Supplier<Duration> pollEvery) {
    this.client = client;
    this.desk = desk;
    this.finalizers = new Finalizers(client);
    this.orphans = orphans;
    this.pollEvery = pollEvery;
  }

  /**
   * Does one thing.
   *
   * @param host the version on which the decision is on record
   * @return false when somebody else has written to the host: it has to be looked at again
   */
  boolean act(PhysicalHost host, Route route, HostAction action) {
    HostKey key = Keys.host(host);
    switch (action) {
      case HostAction.AddFinalizer() -> {
        return stands(finalizers.add(host, Finalizers.PHYSICAL_HOST));
      }
      case HostAction.DropFinalizer() -> {
        return stands(finalizers.drop(host, Finalizers.PHYSICAL_HOST));
      }
      case HostAction.Submit submit -> submit(host, route, submit);
      case HostAction.Proceed(String id, var step) -> desk.proceed(key, id, step);
      case HostAction.CancelOperation() -> desk.cancel(key);
      case HostAction.CloseRun(String run, var cause) -> orphans.close(host, run, cause);
      case HostAction.ForgetRun(String run) -> forget(key.namespace(), run);
    }
    return true;
  }

  /** The news of an object that is gone comes by itself. */
  private static boolean stands(WriteResult<PhysicalHost> result) {
    return !(result instanceof WriteResult.Conflict<PhysicalHost>);
  }

  private void submit(PhysicalHost host, Route route, HostAction.Submit submit) {
    HostKey key = Keys.host(host);
    if (!(route instanceof Route.Open open)) {
      throw new IllegalStateException("submit without a way to the BMC of " + key);
    }
    LOG.atDebug()
        .addKeyValue(LogKeys.NAMESPACE, key.namespace())
        .addKeyValue(LogKeys.HOST, key.name())
        .addKeyValue(LogKeys.OPERATION, submit.operationId())
        .log("BMC operation submitted");
    if (submit.intent() instanceof Intent.ReadState) {
      desk.poll(key, submit.operationId(), open, pollEvery.get());
      return;
    }
    Route.Open way = changes(submit.intent()) ? open.to(enrolledSystem(host, open)) : open;
    desk.submit(key, submit.operationId(), way, submit.intent());
  }

  private static boolean changes(Intent intent) {
    return switch (intent) {
      case Intent.Enrol(), Intent.ReadState() -> false;
      case Intent.PowerOff(), Intent.ClearOverride(), Intent.BootFromNetwork(var _) -> true;
    };
  }

  /**
   * The system that was enrolled there, null when none was. While a BMC starts it may list but one
   * of its systems: the pick among those must not decide which server is switched off.
   */
  private static @Nullable String enrolledSystem(PhysicalHost host, Route.Open open) {
    HardwareDetails told = host.getStatus() == null ? null : host.getStatus().hardwareDetails;
    return told != null && open.place().equals(told.readFrom) ? told.systemURI : null;
  }

  private void forget(String namespace, String run) {
    client.resources(InspectionReport.class).inNamespace(namespace).withName(run).delete();
    client.resources(ProvisioningRun.class).inNamespace(namespace).withName(run).delete();
  }
}
