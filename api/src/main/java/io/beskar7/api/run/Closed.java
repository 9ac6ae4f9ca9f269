package io.beskar7.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** The end of a run; written once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Closed {
  @Required public RunOutcome outcome;

  @JsonPropertyDescription("A reason from docs/reasons.md.")
  @Required
  public String cause;

  public String message;

  @JsonPropertyDescription("RFC 3339.")
  @Required
  public String at;
}
