package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.generator.annotation.Required;

/** A template of machines. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Beskar7MachineTemplateSpec {
  @Required public Beskar7MachineTemplateResource template;
}
