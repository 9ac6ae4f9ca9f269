package io.beskar7.api.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;

/** Which disk takes the operating system: all given hints must fit exactly one disk. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class RootDeviceHints {
  @JsonPropertyDescription("Serial number of the disk.")
  public String serialNumber;

  @JsonPropertyDescription("World wide name of the disk.")
  public String wwn;

  @JsonPropertyDescription("Path below /dev/disk/by-path.")
  public String byPath;

  @JsonPropertyDescription("Smallest size in GB (10^9 bytes).")
  @Min(1)
  public Integer minSizeGB;

  @JsonPropertyDescription("HDD, SSD or NVMe.")
  public DiskType type;
}
