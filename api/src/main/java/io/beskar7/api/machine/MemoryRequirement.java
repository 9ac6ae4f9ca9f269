package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Memory a machine needs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class MemoryRequirement {
  @JsonPropertyDescription("A Kubernetes quantity such as 64Gi.")
  public String capacity;

  @JsonPropertyDescription("Such as DDR4.")
  public String type;
}
