package io.beskar7.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** What the machine says went wrong. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class RunFailure {
  @JsonPropertyDescription("The agent's words, printable characters only.")
  @Required
  public String message;
}
