package io.beskar7.api.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A failure domain, taken from the zone label of hosts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class FailureDomain {
  @Required
  @Size(min = 1, max = 256)
  public String name;

  public Boolean controlPlane;
}
