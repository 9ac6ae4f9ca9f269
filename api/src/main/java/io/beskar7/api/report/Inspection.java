package io.beskar7.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** What a machine says about itself (architecture.md, status.inspectionReport), normalised. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Inspection {
  @JsonPropertyDescription("When the report was taken in (RFC 3339).")
  public String timestamp;

  public Cpus cpus;

  public Memory memory;

  public List<Disk> disks;

  public List<Nic> nics;

  @JsonPropertyDescription("Accelerators; absent when the agent does not look for them.")
  public List<Gpu> gpus;

  public SystemInfo system;

  @JsonPropertyDescription("UEFI or Legacy; absent when not told.")
  public String bootMode;
}
