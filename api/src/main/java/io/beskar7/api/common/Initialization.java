package io.beskar7.api.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Initial provisioning, as Cluster API reads it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Initialization {
  @JsonPropertyDescription("Set true once and never back.")
  public Boolean provisioned;
}
