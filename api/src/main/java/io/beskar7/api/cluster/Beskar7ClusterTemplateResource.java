package io.beskar7.api.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beskar7.api.common.TemplateMetadata;
import io.fabric8.generator.annotation.Required;

/** What clusters made from a template look like. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Beskar7ClusterTemplateResource {
  public TemplateMetadata metadata;

  @Required public Beskar7ClusterSpec spec;
}
