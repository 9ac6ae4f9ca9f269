package io.beskar7.api.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/** Where a control plane answers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Endpoint {
  @JsonPropertyDescription("Host name or address; empty means not set.")
  @Size(max = 512)
  public String host;

  @Min(1)
  @Max(65535)
  public Integer port;
}
