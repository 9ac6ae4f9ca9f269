package io.beskar7.operator.host;

import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.reason.Reason;
import io.beskar7.api.report.InspectionReport;
import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.host.Finding;
import io.beskar7.domain.host.HostDecision;
import io.beskar7.domain.host.HostFacts.Presence;
import io.beskar7.domain.host.HostMemory;
import io.beskar7.domain.host.HostState;
import io.beskar7.domain.host.InspectionPhase;
import io.beskar7.operator.bmc.NameResolver;
import io.beskar7.operator.bmc.Route;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.operator.kube.StatusWriter;
import io.beskar7.operator.kube.Timestamps;
import io.beskar7.operator.kube.WriteResult;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a decision into words: the host's next status. */
final class HostRecord {
  private static final Set<InspectionPhase> UNREPORTED =
      EnumSet.of(InspectionPhase.PENDING, InspectionPhase.BOOTING, InspectionPhase.IN_PROGRESS);

  /** Where reports are read. */
  @FunctionalInterface
  interface Reports {
    /** The report of the run, or null. */
    @Nullable InspectionReport of(String namespace, String run);
  }

  private final StatusWriter writer;
  private final NameResolver resolver;
  private final Reports reports;

  HostRecord(StatusWriter writer, NameResolver resolver, Reports reports) {
    this.writer = writer;
    this.resolver = resolver;
    this.reports = reports;
  }

  /** The host with its next status; a copy. */
  PhysicalHost next(Observation seen, HostDecision decision, Instant now) {
    PhysicalHost next = writer.copy(seen.host());
    PhysicalHostStatus status = next.getStatus();
    Finding ready = decision.ready();
    if (seen.facts().presence() == Presence.PAUSED) {
      next.setStatus(status == null ? new PhysicalHostStatus() : status);
      next.getStatus().conditions =
          conditions(seen, next.getStatus(), now)
              .isTrue(Conditions.PAUSED, Reason.PAUSED, "")
              .list();
    } else if (ready != null) {
      next.setStatus(status == null ? new PhysicalHostStatus() : status);
      fill(next.getStatus(), seen, decision, ready, now);
      copyReport(next.getStatus(), seen.facts().memory(), decision.memory(), seen.host());
    }
    return next;
  }

  /** One PUT at the version that was looked at, unless nothing would change. */
  WriteResult<PhysicalHost> write(Observation seen, PhysicalHost next) {
    return writer.status(seen.host(), next.getStatus());
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

  /**
   * The report of the followed run, in one write with what the run says of it and read once: it is
   * there before the run tells of it, and never changes.
   */
  private void copyReport(
      PhysicalHostStatus status, HostMemory before, HostMemory after, PhysicalHost host) {
    String run = after.run();
    boolean copied = Objects.equals(run, before.run()) && isReported(before.phase());
    if (run == null || copied || !isReported(after.phase())) {
      return;
    }
    InspectionReport report = reports.of(host.getMetadata().getNamespace(), run);
    if (report != null && host.getMetadata().getUid().equals(report.getSpec().hostRef.uid)) {
      status.inspectionReport = report.getSpec().report;
      status.inspectionTimestamp = report.getSpec().report.timestamp;
    }
  }

  private static boolean isReported(@Nullable InspectionPhase phase) {
    return phase != null && !UNREPORTED.contains(phase);
  }
}
