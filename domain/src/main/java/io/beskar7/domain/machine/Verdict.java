package io.beskar7.domain.machine;

import java.time.Instant;

/**
 * What was made of the report.
 *
 * @param message each requirement missed, or what does not fit the BMC's server; may be empty
 */
public record Verdict(Result result, String message, Instant at) {
  /** What was made of a report. */
  public enum Result {
    ACCEPTED,
    REJECTED,
    WRONG_MACHINE
  }
}
