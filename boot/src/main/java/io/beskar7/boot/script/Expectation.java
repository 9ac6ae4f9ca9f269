package io.beskar7.boot.script;

import io.beskar7.api.host.HostOperation;
import io.beskar7.api.host.InspectionPhase;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.VerdictResult;
import io.beskar7.boot.run.RunStatus;

/** What is to become of a machine that asks for its script while a run of its host is open. */
enum Expectation {
  /** It was powered on for this run: it gets the script. */
  BOOT,
  /** Nobody wants it to boot yet, or any more: it asks again later. */
  WAIT,
  /** What it has been given belongs on its disk: it starts from there. */
  LOCAL;

  private static final String POWERED_ON = "On";

  static Expectation of(PhysicalHost host, ProvisioningRun run) {
    if (!isFor(host, run)) {
      return WAIT;
    }
    ProvisioningRunStatus status = RunStatus.of(run);
    Milestones passed = RunStatus.milestones(run);
    if (status.failure != null || passed.failedAt != null) {
      return WAIT;
    }
    if (passed.bootstrapServedAt != null
        || passed.imageWrittenAt != null
        || passed.phonedHomeAt != null) {
      return LOCAL;
    }
    VerdictResult verdict = RunStatus.verdict(run);
    boolean refused = verdict != null && verdict != VerdictResult.ACCEPTED;
    return !refused && poweredOnFor(host, run) ? BOOT : WAIT;
  }

  /** The run is open and serves this host in its present epoch. */
  static boolean isFor(PhysicalHost host, ProvisioningRun run) {
    Long epoch = host.getSpec() == null ? null : host.getSpec().claimEpoch;
    return RunStatus.isOpen(run)
        && run.getSpec().hostRef.uid.equals(host.getMetadata().getUid())
        && run.getSpec().epoch.equals(epoch);
  }

  /** The intent to power on is on record, so that whatever boots is what was asked for. */
  private static boolean poweredOnFor(PhysicalHost host, ProvisioningRun run) {
    PhysicalHostStatus status = host.getStatus();
    if (status == null) {
      return false;
    }
    String name = run.getMetadata().getName();
    HostOperation operation = status.operation;
    if (operation != null) {
      return name.equals(operation.run) && POWERED_ON.equalsIgnoreCase(operation.step);
    }
    return name.equals(status.run)
        && status.inspectionPhase != null
        && status.inspectionPhase != InspectionPhase.PENDING;
  }
}
