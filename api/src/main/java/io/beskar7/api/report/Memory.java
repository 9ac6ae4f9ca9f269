package io.beskar7.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Main memory. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Memory {
  public Long totalBytes;

  @JsonPropertyDescription("In GiB, rounded down.")
  public Integer totalGB;

  @JsonPropertyDescription("Kind of the modules, such as DDR4; absent when they differ.")
  public String type;
}
