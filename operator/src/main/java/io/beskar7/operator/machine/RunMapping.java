package io.beskar7.operator.machine;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.Durations;
import io.beskar7.api.run.Closed;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunSpec;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.RunTimeouts;
import io.beskar7.domain.machine.Ending;
import io.beskar7.domain.machine.Outcome;
import io.beskar7.domain.machine.RunFacts;
import io.beskar7.domain.machine.RunFacts.Limits;
import io.beskar7.domain.machine.Verdict;
import io.beskar7.operator.kube.Timestamps;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the run in the API to what decisions rest on. */
final class RunMapping {
  private RunMapping() {}

  static RunFacts facts(ProvisioningRun run) {
    ProvisioningRunSpec spec = run.getSpec();
    ProvisioningRunStatus status =
        run.getStatus() == null ? new ProvisioningRunStatus() : run.getStatus();
    Milestones passed = status.milestones == null ? new Milestones() : status.milestones;
    return new RunFacts(
        run.getMetadata().getName(),
        spec.hostRef.name,
        spec.hostRef.uid,
        spec.epoch,
        spec.attempt,
        openedAt(run),
        limits(spec.timeouts),
        Timestamps.parse(passed.scriptServedAt),
        Timestamps.parse(passed.reportedAt),
        verdict(status),
        status.failure == null ? null : status.failure.message,
        finishedAt(passed),
        ending(spec.closed));
  }

  private static Instant openedAt(ProvisioningRun run) {
    Map<String, String> annotations = run.getMetadata().getAnnotations();
    Instant exact =
        annotations == null ? null : Timestamps.parse(annotations.get(Annotations.OPENED_AT));
    Instant created = Timestamps.parse(run.getMetadata().getCreationTimestamp());
    if (exact == null && created == null) {
      throw new IllegalStateException(
          "run " + run.getMetadata().getName() + " has no metadata.creationTimestamp");
    }
    return exact == null && created != null ? created : java.util.Objects.requireNonNull(exact);
  }

  private static Limits limits(RunTimeouts timeouts) {
    return new Limits(
        Durations.parse(timeouts.boot),
        Durations.parse(timeouts.inspection),
        Durations.parse(timeouts.deployment));
  }

  private static @Nullable Verdict verdict(ProvisioningRunStatus status) {
    Instant at = status.verdict == null ? null : Timestamps.parse(status.verdict.at);
    if (status.verdict == null || at == null) {
      return null;
    }
    String message = status.verdict.message == null ? "" : status.verdict.message;
    return new Verdict(Verdict.Result.valueOf(status.verdict.result.name()), message, at);
  }

  private static @Nullable Instant finishedAt(Milestones passed) {
    Instant phonedHome = Timestamps.parse(passed.phonedHomeAt);
    return phonedHome == null ? Timestamps.parse(passed.imageWrittenAt) : phonedHome;
  }

  private static @Nullable Ending ending(@Nullable Closed closed) {
    if (closed == null) {
      return null;
    }
    String message = closed.message == null ? closed.cause : closed.message;
    return new Ending(Outcome.valueOf(closed.outcome.name()), Reasons.cause(closed.cause), message);
  }
}
