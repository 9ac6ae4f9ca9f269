package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a machine has come (architecture.md; Deleting is ours). */
public enum MachinePhase {
  @JsonProperty("Pending")
  PENDING,
  @JsonProperty("Claiming")
  CLAIMING,
  @JsonProperty("Inspecting")
  INSPECTING,
  @JsonProperty("Validating")
  VALIDATING,
  @JsonProperty("Provisioning")
  PROVISIONING,
  @JsonProperty("Provisioned")
  PROVISIONED,
  @JsonProperty("Failed")
  FAILED,
  @JsonProperty("Deleting")
  DELETING
}
