package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;

/** Accelerators a machine needs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class GpuRequirement {
  @Min(1)
  public Integer count;

  @JsonPropertyDescription("Model, as the report names it.")
  public String type;
}
