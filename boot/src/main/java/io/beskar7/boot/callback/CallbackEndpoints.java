package io.beskar7.boot.callback;

import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.RunFailure;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.api.run.VerdictResult;
import io.beskar7.boot.http.Call;
import io.beskar7.boot.http.Refusal;
import io.beskar7.boot.http.Reply;
import io.beskar7.boot.run.Clock;
import io.beskar7.boot.run.Gate;
import io.beskar7.boot.run.RunStatus;
import io.beskar7.boot.run.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * POST /api/v1/provisioned, provision-failed and phone-home: what a machine says after its report.
 * The first word of each kind counts; what is already on record is acknowledged again.
 */
public final class CallbackEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackEndpoints.class);
  private static final int MAX_BYTES = 64 << 10;

  private final Gate gate;
  private final Clock clock;

  public CallbackEndpoints(Gate gate, Clock clock) {
    this.gate = gate;
    this.clock = clock;
  }

  /** The disk is written. The body is only for people, so it is not read. */
  public Reply provisioned(Call call) {
    Gate.Pass pass = gate.enter(call);
    call.body(MAX_BYTES);
    return installed(
        pass,
        run -> {
          boolean news = RunStatus.milestones(run).imageWrittenAt == null;
          if (news) {
            RunStatus.milestones(run).imageWrittenAt = clock.now();
          }
          return news;
        });
  }

  /** The installed system runs. */
  public Reply phoneHome(Call call) {
    Gate.Pass pass = gate.enter(call);
    HomeCall home = HomeCall.read(call.body(MAX_BYTES));
    return installed(
        pass,
        run -> {
          boolean news = RunStatus.milestones(run).phonedHomeAt == null;
          if (news) {
            ProvisioningRunStatus status = RunStatus.of(run);
            status.hostname = home.hostname();
            status.addresses = home.addresses().isEmpty() ? null : home.addresses();
            RunStatus.milestones(run).phonedHomeAt = clock.now();
          }
          return news;
        });
  }

  /** The agent gives up. */
  public Reply failed(Call call) {
    Gate.Pass pass = gate.enter(call);
    String reason = FailureReason.read(call.body(MAX_BYTES));
    ProvisioningRun run =
        pass.change(
            now -> {
              ProvisioningRunStatus status = RunStatus.of(now);
              if (status.failure != null) {
                return false;
              }
              status.failure = new RunFailure();
              status.failure.message = reason;
              RunStatus.milestones(now).failedAt = clock.now();
              return true;
            });
    LOG.atWarn()
        .addKeyValue("namespace", pass.host().namespace())
        .addKeyValue("host", pass.host().name())
        .addKeyValue("run", run.getMetadata().getName())
        .addKeyValue("reason", reason)
        .log("machine says that its installation failed");
    return Reply.accepted();
  }

  /**
   * A run that the first of these words has already closed takes no more, but a machine that says
   * so again is right.
   */
  private Reply installed(Gate.Pass pass, Runs.Change change) {
    ProvisioningRun run =
        pass.change(
            CallbackEndpoints::succeeded,
            now -> {
              if (!RunStatus.isOpen(now)) {
                return false;
              }
              if (RunStatus.verdict(now) != VerdictResult.ACCEPTED) {
                throw new Refusal(Reply.error(409, "the run has no accepted report"));
              }
              return change.apply(now);
            });
    LOG.atInfo()
        .addKeyValue("namespace", pass.host().namespace())
        .addKeyValue("host", pass.host().name())
        .addKeyValue("run", run.getMetadata().getName())
        .log("machine says that its installation is done");
    return Reply.accepted();
  }

  private static boolean succeeded(ProvisioningRun run) {
    return run.getSpec().closed != null && run.getSpec().closed.outcome == RunOutcome.SUCCEEDED;
  }
}
