package io.beskar7.boot.report;

import io.beskar7.api.report.Inspection;
import io.beskar7.api.report.InspectionReport;
import io.beskar7.api.report.InspectionReportSpec;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.boot.http.Refusal;
import io.beskar7.boot.http.Reply;
import io.beskar7.boot.run.Api;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;

/** The report objects: one for a run, never changed. */
public final class StoredReports {
  private static final String HOST_LABEL = "beskar7.io/host";
  private static final int MAX_LABEL = 63;

  private final Api api;

  public StoredReports(Api api) {
    this.api = api;
  }

  /**
   * Stores the report as that of the run. When an earlier try has already stored one, that one
   * stays: the verdict must be about the report that is on record.
   *
   * @return the report on record
   */
  Inspection keep(ProvisioningRun run, Inspection told) {
    InspectionReport report = new InspectionReport();
    report.setMetadata(metadata(run));
    InspectionReportSpec spec = new InspectionReportSpec();
    spec.hostRef = run.getSpec().hostRef;
    spec.run = run.getMetadata().getName();
    spec.report = told;
    report.setSpec(spec);
    try {
      api.create(report);
      return told;
    } catch (Api.Conflict e) {
      InspectionReport stored =
          api.report(run.getMetadata().getNamespace(), run.getMetadata().getName());
      if (stored == null) {
        throw new Refusal(Reply.error(503, "the report is being replaced, try again"));
      }
      return stored.getSpec().report;
    }
  }

  /** Goes with its run. */
  private static ObjectMeta metadata(ProvisioningRun run) {
    String host = run.getSpec().hostRef.name;
    ObjectMetaBuilder metadata =
        new ObjectMetaBuilder()
            .withName(run.getMetadata().getName())
            .withNamespace(run.getMetadata().getNamespace())
            .addNewOwnerReference()
            .withApiVersion(run.getApiVersion())
            .withKind(run.getKind())
            .withName(run.getMetadata().getName())
            .withUid(run.getMetadata().getUid())
            .endOwnerReference();
    if (host.length() <= MAX_LABEL) {
      metadata.addToLabels(HOST_LABEL, host);
    }
    return metadata.build();
  }
}
