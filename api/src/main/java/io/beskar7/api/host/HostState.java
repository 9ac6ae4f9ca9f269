package io.beskar7.api.host;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a host is in its life (architecture.md; Deploying, Cleaning, Maintenance are ours). */
public enum HostState {
  @JsonProperty("Enrolling")
  ENROLLING,
  @JsonProperty("Available")
  AVAILABLE,
  @JsonProperty("InUse")
  IN_USE,
  @JsonProperty("Inspecting")
  INSPECTING,
  @JsonProperty("Deploying")
  DEPLOYING,
  @JsonProperty("Ready")
  READY,
  @JsonProperty("Cleaning")
  CLEANING,
  @JsonProperty("Maintenance")
  MAINTENANCE,
  @JsonProperty("Error")
  ERROR
}
