package io.beskar7.operator.runtime;

import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.RunFailure;
import io.beskar7.api.run.Verdict;
import io.beskar7.api.run.VerdictResult;
import io.beskar7.operator.kube.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What a simulated server does in a run: one step of the boot server's record after another. */
enum Walk {
  SILENT(),
  BOOTS(Walk::script),
  REPORTS(Walk::script, Walk::accepted),
  RUNS(Walk::script, Walk::accepted, Walk::imageWritten, Walk::phonesHome),
  UNFIT(Walk::script, status -> judged(status, VerdictResult.REJECTED, "64 cores wanted, 8 found")),
  STRANGER(Walk::script, status -> judged(status, VerdictResult.WRONG_MACHINE, "serial differs")),
  BREAKS(Walk::script, Walk::accepted, status -> fails(status, "no space left on /dev/sda")),
  WRONG_DIGEST(
      Walk::script,
      Walk::accepted,
      status -> fails(status, "image digest mismatch: expected sha256:aa, got sha256:bb"));

  private final List<Consumer<ProvisioningRunStatus>> steps;

  @SafeVarargs
  Walk(Consumer<ProvisioningRunStatus>... steps) {
    this.steps = List.of(steps);
  }

  List<Consumer<ProvisioningRunStatus>> steps() {
    return steps;
  }

  private static Milestones milestones(ProvisioningRunStatus status) {
    if (status.milestones == null) {
      status.milestones = new Milestones();
    }
    return status.milestones;
  }

  private static String now() {
    return Timestamps.millis(Instant.now());
  }

  private static void script(ProvisioningRunStatus status) {
    milestones(status).scriptServedAt = now();
  }

  private static void accepted(ProvisioningRunStatus status) {
    judged(status, VerdictResult.ACCEPTED, null);
  }

  private static void judged(ProvisioningRunStatus status, VerdictResult result, String why) {
    milestones(status).reportedAt = now();
    status.verdict = new Verdict();
    status.verdict.result = result;
    status.verdict.message = why;
    status.verdict.at = now();
  }

  private static void imageWritten(ProvisioningRunStatus status) {
    milestones(status).bootstrapServedAt = now();
  }

  private static void phonesHome(ProvisioningRunStatus status) {
    status.hostname = "node-7";
    milestones(status).phonedHomeAt = now();
  }

  private static void fails(ProvisioningRunStatus status, String words) {
    milestones(status).failedAt = now();
    status.failure = new RunFailure();
    status.failure.message = words;
  }
}
