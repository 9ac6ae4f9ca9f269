package io.beskar7.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** What was made of the report. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Verdict {
  @Required public VerdictResult result;

  @JsonPropertyDescription("For each requirement missed: what was wanted and what was found.")
  public String message;

  @JsonPropertyDescription("RFC 3339.")
  @Required
  public String at;
}
