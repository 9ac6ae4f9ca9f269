package io.beskar7.boot.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beskar7.api.common.LocalRef;
import io.beskar7.api.report.Inspection;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.Verdict;
import io.beskar7.api.run.VerdictResult;
import io.beskar7.boot.http.Call;
import io.beskar7.boot.http.Refusal;
import io.beskar7.boot.http.Reply;
import io.beskar7.boot.run.Clock;
import io.beskar7.boot.run.Gate;
import io.beskar7.boot.run.RunStatus;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** POST /api/v1/inspection: takes in what a machine says about itself, and judges it. */
public final class ReportEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(ReportEndpoint.class);
  private static final int MAX_BYTES = 1 << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Gate gate;
  private final StoredReports reports;
  private final Clock clock;

  public ReportEndpoint(Gate gate, StoredReports reports, Clock clock) {
    this.gate = gate;
    this.reports = reports;
    this.clock = clock;
  }

  /** The first report of a run counts; a repeated one is acknowledged and changes nothing. */
  public Reply answer(Call call) {
    Gate.Pass pass = gate.enter(call);
    ProvisioningRun run = pass.look();
    if (RunStatus.of(run).verdict != null) {
      return Reply.accepted();
    }
    Inspection told = Normaliser.normalise(parse(call.body(MAX_BYTES)));
    told.timestamp = clock.now();
    Inspection kept = reports.keep(run, told);
    Verdict verdict = Verdicts.of(run.getSpec(), kept, clock.now());
    AtomicBoolean first = new AtomicBoolean();
    pass.change(
        now -> {
          first.set(RunStatus.of(now).verdict == null);
          if (first.get()) {
            record(now, verdict, Objects.requireNonNull(kept.timestamp));
          }
          return first.get();
        });
    if (first.get()) {
      tell(run, verdict);
    }
    return Reply.accepted();
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("bytes", body.length).log("report is not JSON");
    }
    throw new Refusal(Reply.text(400, "Invalid JSON"));
  }

  private static void record(ProvisioningRun run, Verdict verdict, String reportedAt) {
    ProvisioningRunStatus status = RunStatus.of(run);
    status.reportRef = new LocalRef(run.getMetadata().getName());
    status.verdict = verdict;
    RunStatus.milestones(run).reportedAt = reportedAt;
  }

  private void tell(ProvisioningRun run, Verdict verdict) {
    String namespace = run.getMetadata().getNamespace();
    LOG.atInfo()
        .addKeyValue("namespace", namespace)
        .addKeyValue("host", run.getSpec().hostRef.name)
        .addKeyValue("run", run.getMetadata().getName())
        .addKeyValue(
            "inspectionPhase", verdict.result == VerdictResult.ACCEPTED ? "Complete" : "Failed")
        .addKeyValue("verdict", verdict.result)
        .addKeyValue("message", verdict.message)
        .log("inspection report judged");
  }
}
