package io.beskar7.app.view;

import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.app.text.Ages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The milestones of a run in words. */
public final class RunSteps {
  private RunSteps() {}

  /** A milestone that was passed. */
  public record Step(Instant at, String what) {}

  /** What was passed, oldest first. */
  public static List<Step> passed(ProvisioningRun run) {
    ProvisioningRunStatus status = run.getStatus();
    List<Step> steps = new ArrayList<>();
    if (status == null) {
      return steps;
    }
    Milestones m = status.milestones == null ? new Milestones() : status.milestones;
    add(steps, m.scriptServedAt, "boot script served");
    add(steps, m.kernelServedAt, "kernel served");
    add(steps, m.initrdServedAt, "initrd served");
    add(steps, m.reportedAt, "inspection report received");
    if (status.verdict != null) {
      String said = status.verdict.message;
      String message = said == null || said.isEmpty() ? "" : ": " + said;
      add(steps, status.verdict.at, "report " + Words.of(status.verdict.result) + message);
    }
    add(steps, m.bootstrapServedAt, "bootstrap data handed out");
    add(steps, m.imageWrittenAt, "image written");
    add(steps, m.phonedHomeAt, "installed system phoned home");
    add(
        steps,
        m.failedAt,
        "host says it failed" + (status.failure == null ? "" : ": " + status.failure.message));
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  static String last(ProvisioningRun run) {
    List<Step> steps = passed(run);
    return steps.isEmpty() ? "-" : steps.getLast().what();
  }

  private static void add(List<Step> steps, @Nullable String at, String what) {
    Instant instant = Ages.parse(at);
    if (instant != null) {
      steps.add(new Step(instant, what));
    }
  }
}
