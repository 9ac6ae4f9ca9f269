package io.beskar7.api.run;

import io.beskar7.api.common.Groups;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** One attempt at one host: its orders and its flight record. */
@Group(Groups.BESKAR7)
@Version(Groups.BESKAR7_VERSION)
@ShortNames("run")
@AdditionalPrinterColumn(name = "Kind", jsonPath = ".spec.kind")
@AdditionalPrinterColumn(name = "Host", jsonPath = ".spec.hostRef.name")
@AdditionalPrinterColumn(name = "Machine", jsonPath = ".spec.machineRef.name")
@AdditionalPrinterColumn(
    name = "Attempt",
    jsonPath = ".spec.attempt",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Outcome", jsonPath = ".spec.closed.outcome")
@AdditionalPrinterColumn(name = "Cause", jsonPath = ".spec.closed.cause")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
public class ProvisioningRun extends CustomResource<ProvisioningRunSpec, ProvisioningRunStatus>
    implements Namespaced {
  private static final long serialVersionUID = 1L;
}
