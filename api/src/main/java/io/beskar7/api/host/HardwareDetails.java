package io.beskar7.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** What the BMC says the server is; any of it may be absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class HardwareDetails {
  public String manufacturer;
  public String model;
  public String serialNumber;
  public String sku;
  public String uuid;
  public String biosVersion;

  @JsonPropertyDescription("OK, Warning or Critical, in the BMC's words.")
  public String health;

  @JsonPropertyDescription("Processor cores, all packages.")
  public Integer cpuCores;

  @JsonPropertyDescription("Main memory in MiB.")
  public Long memoryMiB;

  public List<String> macAddresses;
  public List<String> addresses;

  @JsonPropertyDescription("Path of the ComputerSystem on the BMC.")
  public String systemURI;

  @JsonPropertyDescription(
      "The BMC (and system id, after a #) that told all this; another one in spec makes an unclaimed"
          + " host enrol again.")
  public String readFrom;

  @JsonPropertyDescription("What the BMC's address resolved to at enrolment.")
  public String resolvedAddress;

  @JsonPropertyDescription("dell-idrac, hpe-ilo, lenovo-xcc, supermicro or generic.")
  public String bmcType;

  @JsonPropertyDescription("Whether a one-time network boot can be asked for.")
  public Boolean pxeSupported;
}
