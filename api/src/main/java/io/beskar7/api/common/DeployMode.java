package io.beskar7.api.common;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the operating system gets onto the machine. */
public enum DeployMode {
  /** Start its kernel from memory. */
  @JsonProperty("kexec")
  KEXEC,
  /** Write a whole-disk image; a digest is required. */
  @JsonProperty("image")
  IMAGE
}
