package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;

/** Processors a machine needs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class CpuRequirement {
  @JsonPropertyDescription("All packages.")
  @Min(1)
  public Integer cores;

  @JsonPropertyDescription("x86_64 or aarch64.")
  public String architecture;
}
