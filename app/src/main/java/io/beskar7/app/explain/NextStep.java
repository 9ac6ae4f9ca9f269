package io.beskar7.app.explain;

import io.beskar7.api.common.Durations;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.Verdict;
import io.beskar7.app.text.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an open run waits for, and by when. */
final class NextStep {
  private NextStep() {}

  static Optional<ProvisioningRun> openRun(List<ProvisioningRun> runs) {
    return runs.stream().filter(run -> run.getSpec().closed == null).findFirst();
  }

  static String of(ProvisioningRun run, Instant now) {
    Milestones m =
        run.getStatus() == null || run.getStatus().milestones == null
            ? new Milestones()
            : run.getStatus().milestones;
    Verdict verdict = run.getStatus() == null ? null : run.getStatus().verdict;
    String opened = run.getMetadata().getCreationTimestamp();
    if (verdict != null) {
      return due(
          "the installed system phones home", verdict.at, run.getSpec().timeouts.deployment, now);
    }
    if (m.scriptServedAt != null) {
      return due("the inspection report arrives", opened, run.getSpec().timeouts.inspection, now);
    }
    return due("the host asks for its boot script", opened, run.getSpec().timeouts.boot, now);
  }

  private static String due(String what, @Nullable String from, String timeout, Instant now) {
    Instant start = Ages.parse(from);
    if (start == null) {
      return what;
    }
    Duration left = Duration.between(now, start.plus(Durations.parse(timeout)));
    return left.isNegative()
        ? what + " (overdue for " + Ages.span(left.negated()) + ": the next attempt is due)"
        : what + ", within " + Ages.span(left) + " or the attempt has failed";
  }
}
