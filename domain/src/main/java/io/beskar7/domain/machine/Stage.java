package io.beskar7.domain.machine;

import io.beskar7.domain.machine.Signal.Announce;
import io.beskar7.domain.machine.Signal.InspectionTook;
import io.beskar7.domain.machine.Signal.ProvisioningTook;
import io.beskar7.domain.machine.Verdict.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come, for telling people: what lies between the stage on record and the one
 * reached is said once, when the new one goes on record.
 */
enum Stage {
  NONE,
  OPENED,
  STARTED,
  INSPECTED,
  COMPLETE;

  /** What the machine's status says of this run. */
  private static Stage recorded(Recorded recorded, RunFacts run) {
    Phase phase = recorded.phase();
    if (phase == null || !run.name().equals(recorded.run())) {
      return NONE;
    }
    return switch (phase) {
      case PENDING, CLAIMING, FAILED, DELETING -> OPENED;
      case INSPECTING -> recorded.cause() == Cause.BOOTING ? OPENED : STARTED;
      case VALIDATING -> STARTED;
      case PROVISIONING -> INSPECTED;
      case PROVISIONED -> COMPLETE;
    };
  }

  private static Stage reached(RunFacts run) {
    Verdict verdict = run.verdict();
    if (verdict != null && verdict.result() == Result.ACCEPTED) {
      return run.finishedAt() == null ? INSPECTED : COMPLETE;
    }
    return run.scriptServedAt() == null && run.reportedAt() == null ? OPENED : STARTED;
  }

  /** What there is to say of this run that has not been said. */
  static List<Signal> news(Recorded recorded, RunFacts run) {
    Stage from = recorded(recorded, run);
    Stage to = reached(run);
    List<Signal> news = new ArrayList<>();
    for (Stage stage : values()) {
      if (stage.compareTo(from) > 0 && stage.compareTo(to) <= 0) {
        news.addAll(stage.signals(run));
      }
    }
    return news;
  }

  /** How long the inspection took, unless it has been said. */
  static @Nullable InspectionTook inspection(Recorded recorded, RunFacts run) {
    boolean said = recorded(recorded, run).compareTo(INSPECTED) >= 0;
    return said || run.reportedAt() == null
        ? null
        : new InspectionTook(Duration.between(run.openedAt(), run.reportedAt()));
  }

  private List<Signal> signals(RunFacts run) {
    return switch (this) {
      case NONE -> List.of();
      case OPENED -> run.attempt() == 1 ? List.of(claimed(run.host())) : List.of();
      case STARTED ->
          List.of(
              new Announce(
                  Happening.INSPECTION_STARTED,
                  run.host() + " has booted the inspection system (run " + run.name() + ")"));
      case INSPECTED -> inspected(run);
      case COMPLETE -> complete(run);
    };
  }

  /** The first word of a machine's life on a host. */
  static Announce claimed(String host) {
    return new Announce(Happening.HOST_CLAIMED, host + " is held by this machine");
  }

  private static List<Signal> inspected(RunFacts run) {
    List<Signal> said = new ArrayList<>();
    said.add(
        new Announce(
            Happening.INSPECTION_COMPLETE,
            run.host() + " has reported and fits (run " + run.name() + ")"));
    if (run.reportedAt() != null) {
      said.add(new InspectionTook(Duration.between(run.openedAt(), run.reportedAt())));
    }
    return said;
  }

  private static List<Signal> complete(RunFacts run) {
    List<Signal> said = new ArrayList<>();
    said.add(
        new Announce(
            Happening.PROVISIONING_COMPLETE,
            run.host() + " runs the operating system (run " + run.name() + ")"));
    if (run.finishedAt() != null) {
      said.add(new ProvisioningTook(Duration.between(run.openedAt(), run.finishedAt())));
    }
    return said;
  }
}
