package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.beskar7.api.common.Address;
import io.beskar7.api.common.Initialization;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** Where a machine is. claim is written by the claim room, all else by the machine reconciler. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Beskar7MachineStatus {
  public Long observedGeneration;

  public MachinePhase phase;

  @JsonPropertyDescription("Since when the machine is in this phase (RFC 3339).")
  public String phaseSince;

  @JsonPropertyDescription("The machine runs and can be used.")
  public Boolean ready;

  public Initialization initialization;

  public Claim claim;

  @JsonPropertyDescription("The host that is held, for people.")
  public String host;

  @JsonPropertyDescription("The run that is open for this machine, or was last.")
  public String run;

  @JsonPropertyDescription("Runs opened for the present host so far.")
  public Integer attempt;

  @JsonPropertyDescription("Zone of the host.")
  public String failureDomain;

  public List<Address> addresses;

  public List<Condition> conditions;
}
