package io.beskar7.api.common;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of disks as inspection reports name them. */
public enum DiskType {
  @JsonProperty("HDD")
  HDD,
  @JsonProperty("SSD")
  SSD,
  @JsonProperty("NVMe")
  NVME
}
