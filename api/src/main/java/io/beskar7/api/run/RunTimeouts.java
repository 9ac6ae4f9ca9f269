package io.beskar7.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** Durations such as 10m or 1500ms, in real time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class RunTimeouts {
  @JsonPropertyDescription("From power-on to the first contact.")
  @Required
  public String boot;

  @JsonPropertyDescription("From power-on to the report.")
  @Required
  public String inspection;

  @JsonPropertyDescription("From the verdict to the running system.")
  @Required
  public String deployment;
}
