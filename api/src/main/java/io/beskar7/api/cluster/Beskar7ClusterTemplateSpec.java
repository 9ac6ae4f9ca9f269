package io.beskar7.api.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.generator.annotation.Required;

/** A template of clusters. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Beskar7ClusterTemplateSpec {
  @Required public Beskar7ClusterTemplateResource template;
}
