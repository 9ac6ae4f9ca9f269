package io.beskar7.api.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a run is for. */
public enum RunKind {
  /** Install an operating system for a machine. */
  @JsonProperty("Provision")
  PROVISION,
  /** Only ask the host about itself. */
  @JsonProperty("Inspect")
  INSPECT,
  /** Erase disks. */
  @JsonProperty("Clean")
  CLEAN
}
