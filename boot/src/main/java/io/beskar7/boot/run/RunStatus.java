package io.beskar7.boot.run;

import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.Verdict;
import io.beskar7.api.run.VerdictResult;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads of a run that spare the caller the nulls. */
public final class RunStatus {
  /** Not closed yet. */
  static final Predicate<ProvisioningRun> OPEN = RunStatus::isOpen;

  private RunStatus() {}

  /** The status, made where there is none yet. */
  public static ProvisioningRunStatus of(ProvisioningRun run) {
    if (run.getStatus() == null) {
      run.setStatus(new ProvisioningRunStatus());
    }
    return run.getStatus();
  }

  /** The milestones, made where there are none yet. */
  public static Milestones milestones(ProvisioningRun run) {
    ProvisioningRunStatus status = of(run);
    if (status.milestones == null) {
      status.milestones = new Milestones();
    }
    return status.milestones;
  }

  public static boolean isOpen(ProvisioningRun run) {
    return run.getSpec().closed == null;
  }

  /** What was made of the report; null before it. */
  public static @Nullable VerdictResult verdict(ProvisioningRun run) {
    Verdict verdict = of(run).verdict;
    return verdict == null ? null : verdict.result;
  }
}
