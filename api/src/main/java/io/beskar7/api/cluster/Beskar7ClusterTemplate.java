package io.beskar7.api.cluster;

import io.beskar7.api.common.Groups;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A template from which Cluster API makes Beskar7Clusters. */
@Group(Groups.INFRASTRUCTURE)
@Version(Groups.INFRASTRUCTURE_VERSION)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
public class Beskar7ClusterTemplate extends CustomResource<Beskar7ClusterTemplateSpec, Void>
    implements Namespaced {
  private static final long serialVersionUID = 1L;
}
