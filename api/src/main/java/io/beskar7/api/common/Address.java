package io.beskar7.api.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.generator.annotation.Required;

/** An address of a machine, in Cluster API's form. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Address {
  /** Hostname, InternalIP, ExternalIP, InternalDNS or ExternalDNS. */
  @Required public AddressType type;

  @Required public String address;

  public Address() {}

  public Address(AddressType type, String address) {
    this.type = type;
    this.address = address;
  }
}
