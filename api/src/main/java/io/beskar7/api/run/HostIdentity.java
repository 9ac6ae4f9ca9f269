package io.beskar7.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** By what a server that reports is known to be the one behind the BMC; any of it may be absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class HostIdentity {
  public String uuid;

  public String serialNumber;

  public List<String> macAddresses;
}
