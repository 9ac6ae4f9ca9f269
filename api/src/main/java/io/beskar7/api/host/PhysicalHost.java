package io.beskar7.api.host;

import io.beskar7.api.common.Groups;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A server that is managed through its BMC. */
@Group(Groups.INFRASTRUCTURE)
@Version(Groups.INFRASTRUCTURE_VERSION)
@ShortNames("ph")
@AdditionalPrinterColumn(name = "State", jsonPath = ".status.state")
@AdditionalPrinterColumn(
    name = "Since",
    jsonPath = ".status.stateSince",
    type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Consumer", jsonPath = ".spec.consumerRef.name")
@AdditionalPrinterColumn(name = "Power", jsonPath = ".status.observedPowerState")
@AdditionalPrinterColumn(
    name = "Reason",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "BMC", jsonPath = ".spec.redfishConnection.address", priority = 1)
@AdditionalPrinterColumn(
    name = "Message",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].message",
    priority = 1)
public class PhysicalHost extends CustomResource<PhysicalHostSpec, PhysicalHostStatus>
    implements Namespaced {
  private static final long serialVersionUID = 1L;
}
