package io.beskar7.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.beskar7.api.common.LocalRef;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Where a BMC is and how to get in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class RedfishConnection {
  @JsonPropertyDescription(
      "Host name or address of the BMC, with an optional scheme (https when absent), port and"
          + " path prefix; IPv6 addresses in brackets.")
  @Required
  @Pattern("^(https?://)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/[^\\s?#]*)?$")
  @Size(min = 1, max = 512)
  public String address;

  @JsonPropertyDescription(
      "Secret of this namespace with keys username and password. Its annotation"
          + " beskar7.io/bmc-addresses lists the addresses that may receive them.")
  @Size(min = 1, max = 253)
  public String credentialsSecretRef;

  @JsonPropertyDescription("True accepts any certificate: whoever answers gets the password.")
  public Boolean insecureSkipVerify;

  @JsonPropertyDescription("Older spelling of insecureSkipVerify, still accepted.")
  public Boolean insecure;

  @JsonPropertyDescription("Secret of this namespace whose key ca.crt holds the BMC's CA (PEM).")
  public LocalRef caBundleSecretRef;

  @JsonPropertyDescription(
      "Id of the ComputerSystem, needed where one BMC serves several (for example Node2).")
  @Size(min = 1, max = 253)
  public String systemId;
}
