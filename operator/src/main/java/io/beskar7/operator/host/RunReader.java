package io.beskar7.operator.host;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.reason.Reason;
import io.beskar7.api.run.Closed;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.RunKind;
import io.beskar7.api.run.Verdict;
import io.beskar7.domain.host.RunFacts;
import io.beskar7.domain.host.RunFacts.Ending;
import io.beskar7.domain.host.RunFacts.Progress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run in the words of the domain. */
final class RunReader {
  private static final Set<String> REPORT_MISSED =
      Set.of(Reason.BOOT_TIMEOUT.wire(), Reason.INSPECTION_TIMEOUT.wire());
  private static final Set<String> HOST_FAILED =
      Set.of(Reason.POWER_ON_FAILED.wire(), Reason.DEPLOYMENT_TIMEOUT.wire());

  private RunReader() {}

  static boolean provisions(ProvisioningRun run) {
    return run.getSpec().kind == RunKind.PROVISION;
  }

  static RunFacts read(ProvisioningRun run, HostView view) {
    return new RunFacts(
        run.getMetadata().getName(),
        run.getSpec().epoch,
        run.getSpec().attempt,
        progress(run.getStatus()),
        ending(run.getSpec().closed),
        machineMissing(run, view),
        note(run));
  }

  static Progress progress(@Nullable ProvisioningRunStatus status) {
    if (status == null) {
      return Progress.NOTHING;
    }
    Verdict verdict = status.verdict;
    if (verdict != null && verdict.result != null) {
      return Progress.valueOf(verdict.result.name());
    }
    Milestones passed = status.milestones;
    if (passed == null) {
      return Progress.NOTHING;
    }
    return passed.reportedAt != null
        ? Progress.REPORTED
        : passed.scriptServedAt != null ? Progress.SCRIPT_SERVED : Progress.NOTHING;
  }

  static Ending ending(@Nullable Closed closed) {
    if (closed == null) {
      return Ending.OPEN;
    }
    return switch (closed.outcome) {
      case SUCCEEDED -> Ending.SUCCEEDED;
      case CANCELLED -> Ending.CANCELLED;
      case FAILED ->
          REPORT_MISSED.contains(closed.cause)
              ? Ending.REPORT_MISSED
              : HOST_FAILED.contains(closed.cause) ? Ending.HOST_FAILED : Ending.FAILED;
    };
  }

  private static boolean machineMissing(ProvisioningRun run, HostView view) {
    if (run.getSpec().machineRef == null) {
      return false;
    }
    Beskar7Machine machine =
        view.machine(run.getMetadata().getNamespace(), run.getSpec().machineRef.name);
    return machine == null || !machine.getMetadata().getUid().equals(run.getSpec().machineRef.uid);
  }

  static String note(ProvisioningRun run) {
    Verdict verdict = run.getStatus() == null ? null : run.getStatus().verdict;
    if (verdict != null && verdict.message != null) {
      return verdict.message;
    }
    Closed closed = run.getSpec().closed;
    return closed != null && closed.message != null ? closed.message : "";
  }
}
