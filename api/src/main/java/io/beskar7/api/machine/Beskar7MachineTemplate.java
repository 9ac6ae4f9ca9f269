package io.beskar7.api.machine;

import io.beskar7.api.common.Groups;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A template from which Cluster API makes Beskar7Machines. */
@Group(Groups.INFRASTRUCTURE)
@Version(Groups.INFRASTRUCTURE_VERSION)
@ShortNames("b7mt")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
public class Beskar7MachineTemplate extends CustomResource<Beskar7MachineTemplateSpec, Void>
    implements Namespaced {
  private static final long serialVersionUID = 1L;
}
