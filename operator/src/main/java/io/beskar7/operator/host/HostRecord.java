package io.beskar7.operator.host;

import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.reason.Reason;
import io.beskar7.api.report.Inspection;
import io.beskar7.api.report.InspectionReport;
import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.host.Finding;
import io.beskar7.domain.host.HostDecision;
import io.beskar7.domain.host.HostFacts.Presence;
import io.beskar7.domain.host.HostState;
import io.beskar7.operator.bmc.NameResolver;
import io.beskar7.operator.bmc.Route;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.operator.kube.StatusWriter;
import io.beskar7.operator.kube.Timestamps;
import io.beskar7.operator.kube.WriteResult;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a decision on record in the host's status, by one PUT at the version it rests on. */
final class HostRecord {
  private final StatusWriter writer;
  private final NameResolver resolver;

  HostRecord(StatusWriter writer, NameResolver resolver) {
    this.writer = writer;
    this.resolver = resolver;
  }

  WriteResult<PhysicalHost> write(
      Observation seen, HostDecision decision, HostView view, Instant now) {
    PhysicalHostStatus status = copy(seen.host().getStatus());
    if (seen.facts().presence() == Presence.PAUSED) {
      status.conditions =
          conditions(seen, status, now).isTrue(Conditions.PAUSED, Reason.PAUSED, "").list();
      return writer.status(seen.host(), status);
    }
    Finding ready = decision.ready();
    if (ready == null) {
      return new WriteResult.Unchanged<>(seen.host());
    }
    fill(status, seen, decision, ready, now);
    copyReport(status, seen.host(), view);
    return writer.status(seen.host(), status);
  }

  private PhysicalHostStatus copy(@Nullable PhysicalHostStatus status) {
    return status == null ? new PhysicalHostStatus() : writer.copy(status);
  }

  private void fill(
      PhysicalHostStatus status,
      Observation seen,
      HostDecision decision,
      Finding ready,
      Instant now) {
    io.beskar7.api.host.HostState before = status.state;
    String power = status.observedPowerState;
    MemoryCodec.write(decision.memory(), status);
    if (before != status.state || status.stateSince == null) {
      status.stateSince = Timestamps.seconds(now);
    }
    if (!Objects.equals(power, status.observedPowerState)) {
      status.lastSeen = Timestamps.seconds(seen.entry() == null ? now : seen.entry().at());
    }
    status.observedGeneration = seen.host().getMetadata().getGeneration();
    status.ready = ready.holds();
    status.hardwareDetails = hardware(status.hardwareDetails, seen, decision);
    if (decision.forgetHardware()) {
      status.inspectionReport = null;
      status.inspectionTimestamp = null;
    }
    Finding connection = decision.memory().connection();
    status.errorMessage = error(decision.memory().state(), ready, connection);
    status.conditions = allConditions(seen, status, ready, connection, now);
  }

  private static @Nullable String error(
      HostState state, Finding ready, @Nullable Finding connection) {
    if (state == HostState.ERROR) {
      return ready.message();
    }
    return connection == null || connection.holds() ? null : connection.message();
  }

  private static List<Condition> allConditions(
      Observation seen,
      PhysicalHostStatus status,
      Finding ready,
      @Nullable Finding connection,
      Instant now) {
    Conditions next =
        conditions(seen, status, now)
            .is(Conditions.READY, ready.holds(), MemoryCodec.reason(ready.cause()), ready.message())
            .isFalse(Conditions.PAUSED, Reason.NOT_PAUSED, "");
    if (connection == null) {
      next.isUnknown(MemoryCodec.CONNECTION, Reason.ENROLLING, "");
    } else {
      next.is(
          MemoryCodec.CONNECTION,
          connection.holds(),
          MemoryCodec.reason(connection.cause()),
          connection.message());
    }
    return next.list();
  }

  private static Conditions conditions(Observation seen, PhysicalHostStatus status, Instant now) {
    return new Conditions(status.conditions, seen.host().getMetadata().getGeneration(), now);
  }

  private @Nullable HardwareDetails hardware(
      @Nullable HardwareDetails present, Observation seen, HostDecision decision) {
    if (decision.forgetHardware()) {
      return null;
    }
    Outcome.Enrolled enrolled = decision.enrolled();
    if (enrolled != null && seen.entry() != null) {
      return Enrolments.details(enrolled.facts(), seen.entry().place(), resolver);
    }
    if (present != null
        && seen.entry() != null
        && seen.route() instanceof Route.Open open
        && open.version().equals(seen.entry().version())
        && seen.entry().heard() instanceof BmcEvent.Finished finished
        && finished.outcome() instanceof Outcome.StateRead read) {
      present.health = read.health();
    }
    return present;
  }

  /** The report of the followed run, once: it never changes. */
  private static void copyReport(PhysicalHostStatus status, PhysicalHost host, HostView view) {
    if (status.run == null) {
      return;
    }
    InspectionReport report = view.report(host.getMetadata().getNamespace(), status.run);
    if (report != null && host.getMetadata().getUid().equals(report.getSpec().hostRef.uid)) {
      Inspection inspection = report.getSpec().report;
      status.inspectionReport = inspection;
      status.inspectionTimestamp = inspection.timestamp;
    }
  }
}
