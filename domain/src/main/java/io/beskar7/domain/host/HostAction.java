package io.beskar7.domain.host;

import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Step;

/** What to do once the decision is on record; in the order given. */
public sealed interface HostAction {
  /** Before anything outside the API is touched. */
  record AddFinalizer() implements HostAction {}

  record DropFinalizer() implements HostAction {}

  /** Hand the intent to the lane. */
  record Submit(String operationId, Intent intent) implements HostAction {}

  /** The step is on record: the lane may go on. */
  record Proceed(String operationId, Step step) implements HostAction {}

  /** Withdraw what waits or runs at the BMC. */
  record CancelOperation() implements HostAction {}

  /**
   * End an orphaned run.
   *
   * @param cause CONSUMER_GONE (after a live look at the machine) or SUPERSEDED
   */
  record CloseRun(String run, Cause cause) implements HostAction {}

  /** Delete an old closed run and its report. */
  record ForgetRun(String run) implements HostAction {}
}
