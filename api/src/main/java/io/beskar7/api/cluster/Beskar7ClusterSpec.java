package io.beskar7.api.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What a user says about a cluster. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Beskar7ClusterSpec {
  @JsonPropertyDescription("A virtual address or DNS name of the control plane, given by the user.")
  public Endpoint controlPlaneEndpoint;
}
