package io.beskar7.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** An accelerator. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Gpu {
  @JsonPropertyDescription("As its vendor names it, such as NVIDIA Tesla V100-SXM2-16GB.")
  public String model;
}
