package io.beskar7.api.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.generator.annotation.Required;

/** An object of the same namespace, pinned to one incarnation by its UID. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class ObjectRef {
  @Required public String name;
  @Required public String uid;

  public ObjectRef() {}

  public ObjectRef(String name, String uid) {
    this.name = name;
    this.uid = uid;
  }
}
