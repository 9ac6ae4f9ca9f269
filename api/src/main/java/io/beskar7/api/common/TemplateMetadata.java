package io.beskar7.api.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** Labels and annotations of what is made from a template. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class TemplateMetadata {
  public Map<String, String> labels;

  public Map<String, String> annotations;
}
