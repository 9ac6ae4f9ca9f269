package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;

/**
 * What a machine needs of its host: the flat shape of architecture.md and the nested one of
 * concurrent-provisioning.md may be mixed; all that is given must hold.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class HardwareRequirements {
  @JsonPropertyDescription("Processor cores, all packages.")
  @Min(1)
  public Integer minCPUCores;

  @JsonPropertyDescription("Main memory in GiB.")
  @Min(1)
  public Integer minMemoryGB;

  @JsonPropertyDescription("Size of the disk that takes the system, in GB (10^9 bytes).")
  @Min(1)
  public Integer minDiskGB;

  public CpuRequirement cpu;

  public MemoryRequirement memory;

  public StorageRequirement storage;

  public NetworkRequirement network;

  public GpuRequirement gpu;
}
