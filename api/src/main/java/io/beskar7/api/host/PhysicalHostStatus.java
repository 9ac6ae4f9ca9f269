package io.beskar7.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.beskar7.api.report.Inspection;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** What is known of a host. Written by the host reconciler alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class PhysicalHostStatus {
  public Long observedGeneration;
  public HostState state;

  @JsonPropertyDescription("Since when the host is in this state (RFC 3339).")
  public String stateSince;

  @JsonPropertyDescription("Whether the host can do what its state says.")
  public Boolean ready;

  @JsonPropertyDescription("Power as the BMC last reported it: On, Off, Transition or Unknown.")
  public String observedPowerState;

  @JsonPropertyDescription("When observedPowerState was read (RFC 3339).")
  public String lastSeen;

  @JsonPropertyDescription("What is wrong, in words; absent when nothing is.")
  public String errorMessage;

  @JsonPropertyDescription("What the BMC says the server is.")
  public HardwareDetails hardwareDetails;

  @JsonPropertyDescription("The run that is open for this host, or was last.")
  public String run;

  public InspectionPhase inspectionPhase;
  public String inspectionTimestamp;

  @JsonPropertyDescription("What the server last said about itself.")
  public Inspection inspectionReport;

  @JsonPropertyDescription("The BMC operation that is under way; absent when none is.")
  public HostOperation operation;

  @JsonPropertyDescription(
      "claimEpoch for whose release the BMC has confirmed that the server is off.")
  public Long releasedEpoch;

  @JsonPropertyDescription("Runs that failed on this host one after another.")
  public Integer consecutiveFailures;

  @JsonPropertyDescription(
      "Runs of this claimEpoch and earlier no longer count against the host: set when it comes back"
          + " from maintenance.")
  public Long forgivenEpoch;

  @JsonPropertyDescription(
      "True while a network boot override may still be set on the BMC, until it is cleared.")
  public Boolean bootOverrideLeft;

  public List<Condition> conditions;
}
