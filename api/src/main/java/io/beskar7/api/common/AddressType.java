package io.beskar7.api.common;

import com.fasterxml.jackson.annotation.JsonProperty;

/** MachineAddressType of Cluster API. */
public enum AddressType {
  @JsonProperty("Hostname")
  HOSTNAME,
  @JsonProperty("InternalIP")
  INTERNAL_IP,
  @JsonProperty("ExternalIP")
  EXTERNAL_IP,
  @JsonProperty("InternalDNS")
  INTERNAL_DNS,
  @JsonProperty("ExternalDNS")
  EXTERNAL_DNS
}
