package io.beskar7.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.beskar7.api.common.Address;
import io.beskar7.api.common.LocalRef;
import java.util.List;

/** What has happened in a run. Written by the boot server alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class ProvisioningRunStatus {
  @JsonPropertyDescription("SHA-256 (hex) of the token handed out last.")
  public String tokenHash;

  @JsonPropertyDescription("How often the boot script was handed out.")
  public Integer scriptsServed;

  @JsonPropertyDescription("Address of the one client that was given the bootstrap data.")
  public String bootstrapClient;

  public Milestones milestones;

  public LocalRef reportRef;

  public Verdict verdict;

  public RunFailure failure;

  @JsonPropertyDescription("As the installed system says.")
  public String hostname;

  @JsonPropertyDescription("As the installed system says.")
  public List<Address> addresses;
}
