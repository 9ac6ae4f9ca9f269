package io.beskar7.domain.host;

import java.util.Comparator;

/**
 * A Provision run of this host (same UID).
 *
 * @param epoch claimEpoch it was opened for
 * @param attempt 1, 2, ... within the epoch
 * @param machineMissing its machine is not in sight under the UID it names
 * @param note what the verdict or the end says, may be empty
 */
public record RunFacts(
    String name,
    long epoch,
    int attempt,
    Progress progress,
    Ending ending,
    boolean machineMissing,
    String note) {

  static final Comparator<RunFacts> OLDEST_FIRST =
      Comparator.comparingLong(RunFacts::epoch)
          .thenComparingInt(RunFacts::attempt)
          .thenComparing(RunFacts::name);

  /** The farthest point a run has reached. */
  public enum Progress {
    NOTHING,
    SCRIPT_SERVED,
    REPORTED,
    ACCEPTED,
    REJECTED,
    WRONG_MACHINE
  }

  /** How a run ended. */
  public enum Ending {
    OPEN,
    SUCCEEDED,
    /** The report or the first contact did not come in time: counts against the host. */
    REPORT_MISSED,
    /** Power-on or deployment failed by time: counts against the host. */
    HOST_FAILED,
    /** Failed for a reason that does not speak against the host. */
    FAILED,
    CANCELLED
  }

  boolean open() {
    return ending == Ending.OPEN;
  }
}
