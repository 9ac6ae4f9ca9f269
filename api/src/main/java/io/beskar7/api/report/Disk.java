package io.beskar7.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A disk. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Disk {
  @JsonPropertyDescription("Name at the time of the report; names move between boots.")
  public String device;

  public Long sizeBytes;

  @JsonPropertyDescription("In GB (10^9 bytes), rounded down.")
  public Integer sizeGB;

  @JsonPropertyDescription("HDD, SSD or NVMe.")
  public String type;

  public String model;

  public String serial;

  public String wwn;
}
