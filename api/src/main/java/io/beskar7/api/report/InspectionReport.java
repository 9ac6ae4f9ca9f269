package io.beskar7.api.report;

import io.beskar7.api.common.Groups;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** What a machine said about itself in one run. Created once by the boot server. */
@Group(Groups.BESKAR7)
@Version(Groups.BESKAR7_VERSION)
@AdditionalPrinterColumn(name = "Host", jsonPath = ".spec.hostRef.name")
@AdditionalPrinterColumn(name = "Run", jsonPath = ".spec.run")
@AdditionalPrinterColumn(
    name = "Cores",
    jsonPath = ".spec.report.cpus.cores",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "Memory",
    jsonPath = ".spec.report.memory.totalGB",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
public class InspectionReport extends CustomResource<InspectionReportSpec, Void>
    implements Namespaced {
  private static final long serialVersionUID = 1L;
}
