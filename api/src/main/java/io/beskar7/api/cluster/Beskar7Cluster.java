package io.beskar7.api.cluster;

import io.beskar7.api.common.Groups;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** The infrastructure of one cluster. */
@Group(Groups.INFRASTRUCTURE)
@Version(Groups.INFRASTRUCTURE_VERSION)
@ShortNames("b7c")
@AdditionalPrinterColumn(
    name = "Ready",
    jsonPath = ".status.ready",
    type = AdditionalPrinterColumn.Type.BOOLEAN)
@AdditionalPrinterColumn(name = "Endpoint", jsonPath = ".status.controlPlaneEndpoint.host")
@AdditionalPrinterColumn(
    name = "Reason",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
public class Beskar7Cluster extends CustomResource<Beskar7ClusterSpec, Beskar7ClusterStatus>
    implements Namespaced {
  private static final long serialVersionUID = 1L;
}
