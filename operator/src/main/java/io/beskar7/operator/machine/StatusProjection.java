package io.beskar7.operator.machine;

import io.beskar7.api.common.Address;
import io.beskar7.api.common.AddressType;
import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.Initialization;
import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.reason.Reason;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.domain.machine.BootstrapData;
import io.beskar7.domain.machine.Cause;
import io.beskar7.domain.machine.Note.Paused;
import io.beskar7.domain.machine.Note.Standing;
import io.beskar7.domain.machine.Phase;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.operator.kube.Timestamps;
import io.beskar7.operator.owner.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The machine's next status, made from the present one; what is not ours stays as it is. */
final class StatusProjection {
  static final String INFRASTRUCTURE_READY = "InfrastructureReady";
  static final String HOST_ASSOCIATED = "PhysicalHostAssociated";
  static final String BOOTSTRAP_READY = "BootstrapDataReady";
  static final String PROVISIONED = "MachineProvisioned";

  private final Beskar7MachineStatus status;
  private final Conditions conditions;
  private final Instant now;

  /**
   * Starts from what there is.
   *
   * @param status a copy of the present status, or a new one; it is changed
   */
  StatusProjection(Beskar7Machine machine, Beskar7MachineStatus status, Instant now) {
    Long generation = machine.getMetadata().getGeneration();
    this.status = status;
    this.conditions = new Conditions(status.conditions, generation, now);
    this.now = now;
    status.observedGeneration = generation;
  }

  Beskar7MachineStatus paused(Paused note) {
    conditions.isTrue(Conditions.PAUSED, Reason.PAUSED, note.message());
    return done();
  }

  Beskar7MachineStatus standing(Standing note, BootstrapData bootstrap) {
    MachinePhase phase = MachinePhase.valueOf(note.phase().name());
    if (status.phase != phase) {
      status.phase = phase;
      status.phaseSince = Timestamps.seconds(now);
    }
    status.host = note.host();
    status.run = note.run();
    status.attempt = note.attempt() == 0 ? status.attempt : Integer.valueOf(note.attempt());
    status.ready = note.ready() || Boolean.TRUE.equals(status.ready);
    conditions.isFalse(Conditions.PAUSED, Reason.NOT_PAUSED, "");
    readiness(note);
    association(note);
    provisioning(note);
    if (note.phase().compareTo(Phase.PROVISIONED) < 0) {
      bootstrap(bootstrap);
    }
    return done();
  }

  /** What Cluster API is told of a machine that runs. */
  void running(@Nullable PhysicalHost host, @Nullable ProvisioningRun run) {
    status.initialization = new Initialization();
    status.initialization.provisioned = true;
    if (host != null) {
      String zone = Fields.label(host, Annotations.ZONE);
      status.failureDomain = zone == null ? status.failureDomain : zone;
    }
    List<Address> addresses = addresses(host, run);
    if (!addresses.isEmpty()) {
      status.addresses = addresses;
    }
  }

  private Beskar7MachineStatus done() {
    status.conditions = conditions.list();
    return status;
  }

  private void readiness(Standing note) {
    Reason reason = Reasons.of(note.cause());
    conditions.is(Conditions.READY, note.ready(), reason, note.message());
    conditions.is(INFRASTRUCTURE_READY, note.ready(), reason, note.message());
  }

  private void association(Standing note) {
    if (note.host() != null) {
      conditions.isTrue(HOST_ASSOCIATED, Reason.HOST_CLAIMED, note.host());
      return;
    }
    switch (note.cause()) {
      case WAITING_FOR_HOST, ADOPTION_WAITING, HOST_LOST ->
          conditions.isFalse(HOST_ASSOCIATED, Reasons.of(note.cause()), note.message());
      default -> conditions.isFalse(HOST_ASSOCIATED, Reason.WAITING_FOR_HOST, "no host is held");
    }
  }

  /** Once true it stays true: that a machine has run is not undone by what comes later. */
  private void provisioning(Standing note) {
    if (note.ready()) {
      Cause cause = note.run() == null ? Cause.PROVISIONED : Cause.INSPECTION_COMPLETE;
      conditions.isTrue(PROVISIONED, Reasons.of(cause), note.message());
    } else if (!Conditions.holds(status.conditions, PROVISIONED)) {
      conditions.isFalse(PROVISIONED, Reasons.of(note.cause()), note.message());
    }
  }

  private void bootstrap(BootstrapData data) {
    switch (data) {
      case BootstrapData.Ready(String secret) ->
          conditions.isTrue(BOOTSTRAP_READY, Reason.BOOTSTRAP_DATA_READY, "Secret " + secret);
      case BootstrapData.Missing(String message) ->
          conditions.isFalse(BOOTSTRAP_READY, Reason.WAITING_FOR_BOOTSTRAP_DATA, message);
      case BootstrapData.Invalid(String message) ->
          conditions.isFalse(BOOTSTRAP_READY, Reason.BOOTSTRAP_DATA_INVALID, message);
    }
  }

  /** What the installed system says goes before what the BMC knows. */
  private static List<Address> addresses(
      @Nullable PhysicalHost host, @Nullable ProvisioningRun run) {
    List<Address> addresses = new ArrayList<>();
    if (run != null && run.getStatus() != null) {
      if (run.getStatus().addresses != null) {
        addresses.addAll(run.getStatus().addresses);
      }
      String hostname = run.getStatus().hostname;
      if (hostname != null && addresses.stream().noneMatch(a -> a.type == AddressType.HOSTNAME)) {
        addresses.add(new Address(AddressType.HOSTNAME, hostname));
      }
    }
    HardwareDetails details =
        host == null || host.getStatus() == null ? null : host.getStatus().hardwareDetails;
    if (addresses.isEmpty() && details != null && details.addresses != null) {
      details.addresses.forEach(a -> addresses.add(new Address(AddressType.INTERNAL_IP, a)));
    }
    return addresses;
  }
}
