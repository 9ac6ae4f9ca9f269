package io.beskar7.domain.machine;

import io.beskar7.domain.machine.Verdict.Result;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the record of an open run amounts to. */
sealed interface RunView {
  /**
   * The run goes on.
   *
   * @param deadline when it ends unless something happens before
   */
  record Underway(Phase phase, Cause cause, String message, Instant deadline) implements RunView {}

  /** The run is over and has to be closed. */
  record Over(Ending ending) implements RunView {}

  /**
   * Judges an open run. News goes before deadlines: what arrived in the last moment counts.
   *
   * @param trouble what the host's BMC is said to suffer from
   */
  static RunView of(RunFacts run, @Nullable String trouble, Instant now) {
    Verdict verdict = run.verdict();
    if (verdict != null && verdict.result() != Result.ACCEPTED) {
      return over(refusal(verdict), verdict.message());
    }
    if (verdict != null && run.finishedAt() != null) {
      return new Over(new Ending(Outcome.SUCCEEDED, Cause.PROVISIONED, run.host() + " runs"));
    }
    if (run.failure() != null) {
      return told(run.failure());
    }
    return verdict == null ? beforeVerdict(run, trouble, now) : deploying(run, verdict, now);
  }

  private static Cause refusal(Verdict verdict) {
    return verdict.result() == Result.WRONG_MACHINE
        ? Cause.WRONG_MACHINE
        : Cause.HARDWARE_REQUIREMENTS_NOT_MET;
  }

  /** Agents say it in words of their own; the word digest (or checksum) is common to them. */
  private static Over told(String failure) {
    String words = failure.toLowerCase(java.util.Locale.ROOT);
    boolean digest = words.contains("digest") || words.contains("checksum");
    return digest && words.contains("mismatch")
        ? over(
            Cause.IMAGE_DIGEST_MISMATCH,
            failure
                + ": what spec.targetOSImage names does not have the digest in"
                + " spec.targetOSImageDigest: correct one of the two")
        : over(Cause.DEPLOYMENT_FAILED, failure);
  }

  private static RunView beforeVerdict(RunFacts run, @Nullable String trouble, Instant now) {
    Instant inspected = run.openedAt().plus(run.limits().inspection());
    if (run.reportedAt() != null) {
      return now.isBefore(inspected)
          ? new Underway(
              Phase.VALIDATING,
              Cause.WAITING_FOR_REPORT,
              "the report of " + run.host() + " is being judged",
              inspected)
          : over(Cause.INSPECTION_TIMEOUT, "the report of " + run.host() + " was not judged");
    }
    if (!now.isBefore(inspected)) {
      return over(Cause.INSPECTION_TIMEOUT, run.host() + " did not report in time");
    }
    return run.scriptServedAt() == null
        ? booting(run, trouble, inspected, now)
        : new Underway(
            Phase.INSPECTING,
            Cause.WAITING_FOR_REPORT,
            run.host() + " has booted the inspection system and has not reported yet",
            inspected);
  }

  private static RunView booting(
      RunFacts run, @Nullable String trouble, Instant inspected, Instant now) {
    Instant booted = run.openedAt().plus(run.limits().boot());
    String suffers = trouble == null ? "" : ": " + trouble;
    if (now.isBefore(booted)) {
      return new Underway(
          Phase.INSPECTING,
          Cause.BOOTING,
          run.host() + " is being started from the network" + suffers,
          booted.isBefore(inspected) ? booted : inspected);
    }
    return trouble == null
        ? over(Cause.BOOT_TIMEOUT, run.host() + " never asked for its boot script")
        : over(Cause.POWER_ON_FAILED, run.host() + " could not be started" + suffers);
  }

  private static RunView deploying(RunFacts run, Verdict verdict, Instant now) {
    Instant deployed = verdict.at().plus(run.limits().deployment());
    return now.isBefore(deployed)
        ? new Underway(
            Phase.PROVISIONING,
            Cause.PROVISIONING,
            run.host() + " fits; the operating system is being installed",
            deployed)
        : over(
            Cause.DEPLOYMENT_TIMEOUT,
            "the system installed on " + run.host() + " did not say in time that it runs");
  }

  private static Over over(Cause cause, String message) {
    return new Over(new Ending(Outcome.FAILED, cause, message));
  }
}
