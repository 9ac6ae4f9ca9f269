package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;

/** Network a machine needs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class NetworkRequirement {
  @JsonPropertyDescription("Number of interfaces.")
  @Min(1)
  public Integer interfaces;

  @JsonPropertyDescription("Of each interface counted, such as 10Gbps.")
  public String speed;
}
