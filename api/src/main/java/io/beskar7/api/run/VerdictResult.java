package io.beskar7.api.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was made of a report. */
public enum VerdictResult {
  /** The host is the right one and meets the requirements. */
  @JsonProperty("Accepted")
  ACCEPTED,
  /** The host does not meet the requirements. */
  @JsonProperty("Rejected")
  REJECTED,
  /** Another server answered than the one behind the BMC. */
  @JsonProperty("WrongMachine")
  WRONG_MACHINE
}
