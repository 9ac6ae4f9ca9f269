package io.beskar7.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The machine that holds a host (architecture.md, PhysicalHost). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class ConsumerRef {
  public String apiVersion;
  public String kind;
  public String name;
  public String namespace;
  public String uid;
}
