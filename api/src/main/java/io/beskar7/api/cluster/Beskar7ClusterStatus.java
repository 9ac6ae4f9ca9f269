package io.beskar7.api.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.beskar7.api.common.Initialization;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** What Cluster API learns of a cluster. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Beskar7ClusterStatus {
  public Long observedGeneration;

  public Boolean ready;

  public Initialization initialization;

  @JsonPropertyDescription("The endpoint in use.")
  public Endpoint controlPlaneEndpoint;

  public List<FailureDomain> failureDomains;

  public List<Condition> conditions;
}
