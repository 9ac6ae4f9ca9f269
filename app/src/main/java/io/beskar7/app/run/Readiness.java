package io.beskar7.app.run;

import io.beskar7.app.election.WorkStatus;
import io.beskar7.app.http.Check;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether this process does its part. A leader has to work; a follower has to be able to take over:
 * one that is well and does nothing must not hold up rollouts and disruption budgets.
 */
final class Readiness {
  private final Sources sources;
  private volatile @Nullable String closed = "the process is starting";

  /**
   * What is asked.
   *
   * @param boot whether the boot server can answer machines
   * @param api why the API cannot be reached; null when it can
   * @param work how the leader's work stands
   * @param reconcilers what is wrong with reconcilers that run
   */
  record Sources(
      Supplier<Boolean> boot,
      Supplier<@Nullable String> api,
      Supplier<WorkStatus> work,
      Supplier<List<String>> reconcilers) {}

  Readiness(Sources sources) {
    this.sources = sources;
  }

  /** All ports are served. */
  void open() {
    closed = null;
  }

  /** The process is ending. */
  void close() {
    closed = "the process is ending";
  }

  List<Check> ready() {
    return List.of(
        Check.of("servers", closed),
        Check.of(
            "boot", sources.boot.get() ? null : "its view of hosts and runs is not complete yet"),
        Check.of("api", sources.api.get()),
        reconcilers(sources.work.get()));
  }

  /** Fails when only a new process can help. */
  List<Check> alive() {
    WorkStatus work = sources.work.get();
    return work.stuck() ? List.of(Check.of("reconcilers", work.trouble())) : List.of();
  }

  private Check reconcilers(WorkStatus work) {
    String name = "reconcilers";
    if (work.trouble() != null) {
      return Check.of(name, work.trouble());
    }
    return switch (work.stage()) {
      case STANDING_BY -> Check.ok(name, "standing by");
      case STARTING -> Check.of(name, "starting: caches are being filled");
      case WORKING -> working(name, sources.reconcilers.get());
      case ENDING -> Check.of(name, "ending, as the leader Lease was lost or given back");
    };
  }

  private static Check working(String name, List<String> troubles) {
    return Check.of(name, troubles.isEmpty() ? null : String.join("; ", troubles));
  }
}
