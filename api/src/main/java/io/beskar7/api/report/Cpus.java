package io.beskar7.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Processors, all packages together. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Cpus {
  @JsonPropertyDescription("Packages.")
  public Integer count;

  @JsonPropertyDescription("Cores, all packages.")
  public Integer cores;

  @JsonPropertyDescription("Hardware threads, all packages.")
  public Integer threads;

  public String model;

  public String architecture;

  @JsonPropertyDescription("Nominal frequency.")
  public Integer mhz;
}
