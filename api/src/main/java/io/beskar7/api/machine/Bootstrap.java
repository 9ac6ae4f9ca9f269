package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Bootstrap data of a machine that no Cluster API Machine owns. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Bootstrap {
  @JsonPropertyDescription("Secret of this namespace whose key value holds the bootstrap data.")
  @Required
  @Size(min = 1, max = 253)
  public String dataSecretName;
}
