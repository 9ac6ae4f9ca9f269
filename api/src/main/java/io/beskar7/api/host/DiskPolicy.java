package io.beskar7.api.host;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to a host's disks on release. */
public enum DiskPolicy {
  /** Nothing is erased (the default). */
  @JsonProperty("keep")
  KEEP
}
