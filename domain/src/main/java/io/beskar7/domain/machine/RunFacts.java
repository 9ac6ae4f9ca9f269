package io.beskar7.domain.machine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one host, as it is on record.
 *
 * @param epoch claimEpoch of the host for which the run was opened
 * @param attempt 1, 2, ...
 * @param scriptServedAt first contact; null until then, or for ever with artifacts of the user's
 * @param failure the machine's own words when it says that it failed
 * @param finishedAt when the installed system said that it runs, or the agent that all is written
 */
public record RunFacts(
    String name,
    String host,
    String hostUid,
    long epoch,
    int attempt,
    Instant openedAt,
    Limits limits,
    @Nullable Instant scriptServedAt,
    @Nullable Instant reportedAt,
    @Nullable Verdict verdict,
    @Nullable String failure,
    @Nullable Instant finishedAt,
    @Nullable Ending ending) {

  /**
   * How long a run may take, in real time.
   *
   * @param boot from its opening to the first contact
   * @param inspection from its opening to the verdict
   * @param deployment from the verdict to the running system
   */
  public record Limits(Duration boot, Duration inspection, Duration deployment) {}

  public boolean open() {
    return ending == null;
  }

  boolean succeeded() {
    return ending != null && ending.outcome() == Outcome.SUCCEEDED;
  }

  boolean serves(Ticket ticket) {
    return epoch == ticket.epoch() && hostUid.equals(ticket.hostUid());
  }
}
