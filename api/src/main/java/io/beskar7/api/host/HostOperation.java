package io.beskar7.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A BMC operation that is under way. Each step is on record here before its first request. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class HostOperation {
  @JsonPropertyDescription("Id of the operation; a new one for each new intent.")
  public String id;

  @JsonPropertyDescription("Enrol, ReadState, PowerOff, ClearOverride or BootFromNetwork.")
  public String intent;

  @JsonPropertyDescription("The run the operation serves; absent for enrolment and polling.")
  public String run;

  @JsonPropertyDescription("Off, Override or On; absent before the first.")
  public String step;

  @JsonPropertyDescription("How often this intent has been tried.")
  public Integer attempt;

  public String startedAt;
  public String deadline;

  @JsonPropertyDescription("URI of the BMC session in use (never its token).")
  public String sessionURI;
}
