package io.beskar7.api.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.generator.annotation.Required;

/** An object of the same namespace, by name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class LocalRef {
  @Required public String name;

  public LocalRef() {}

  public LocalRef(String name) {
    this.name = name;
  }
}
