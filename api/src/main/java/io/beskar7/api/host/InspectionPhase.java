package io.beskar7.api.host;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the inspection of the current or last run has come (architecture.md). */
public enum InspectionPhase {
  @JsonProperty("Pending")
  PENDING,
  @JsonProperty("Booting")
  BOOTING,
  @JsonProperty("InProgress")
  IN_PROGRESS,
  @JsonProperty("Complete")
  COMPLETE,
  @JsonProperty("Failed")
  FAILED,
  @JsonProperty("Timeout")
  TIMEOUT
}
