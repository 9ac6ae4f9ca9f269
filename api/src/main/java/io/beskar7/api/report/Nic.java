package io.beskar7.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** A network interface. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Nic {
  @JsonProperty("interface")
  public String interfaceName;

  public String macAddress;

  @JsonPropertyDescription("up or down; absent when not told.")
  public String linkStatus;

  public Integer speedMbps;

  public String driver;

  public List<String> addresses;
}
