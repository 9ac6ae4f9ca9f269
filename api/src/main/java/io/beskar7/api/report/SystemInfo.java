package io.beskar7.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What the firmware says about the whole machine. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class SystemInfo {
  public String manufacturer;

  public String model;

  public String serialNumber;

  public String uuid;

  public String biosVersion;

  public String bmcAddress;
}
