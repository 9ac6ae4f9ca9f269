package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** The ticket by which this machine asks for a host. Written by the claim room alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Claim {
  @JsonPropertyDescription("Name of the host in this namespace.")
  @Required
  public String host;

  @Required public String hostUID;

  @JsonPropertyDescription(
      "claimEpoch of the host when the ticket was written; bound is epoch + 1.")
  @Required
  public Long epoch;

  @JsonPropertyDescription(
      "True: the machine gives the host back although it is not being deleted.")
  public Boolean releasing;
}
