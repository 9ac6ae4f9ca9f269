package io.beskar7.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * When the run passed what (RFC 3339 with milliseconds); each absent until then, or for ever where
 * its source does not exist.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Milestones {
  @JsonPropertyDescription("The boot script was handed out.")
  public String scriptServedAt;

  @JsonPropertyDescription("The kernel was fetched from us.")
  public String kernelServedAt;

  @JsonPropertyDescription("The initrd was fetched from us.")
  public String initrdServedAt;

  @JsonPropertyDescription("The inspection report arrived.")
  public String reportedAt;

  @JsonPropertyDescription("Bootstrap data was handed out.")
  public String bootstrapServedAt;

  @JsonPropertyDescription("The machine says its disk is written.")
  public String imageWrittenAt;

  @JsonPropertyDescription("The installed system says it runs.")
  public String phonedHomeAt;

  @JsonPropertyDescription("The machine says it failed.")
  public String failedAt;
}
