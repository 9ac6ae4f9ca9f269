package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Storage a machine needs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class StorageRequirement {
  @JsonPropertyDescription("HDD, SSD or NVMe.")
  public String type;

  @JsonPropertyDescription("Of one disk; a Kubernetes quantity such as 1Ti.")
  public String capacity;
}
