package io.beskar7.operator.machine;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.api.machine.Claim;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.domain.machine.BootstrapData;
import io.beskar7.domain.machine.Hold;
import io.beskar7.domain.machine.MachineFacts;
import io.beskar7.domain.machine.Parting;
import io.beskar7.domain.machine.Phase;
import io.beskar7.domain.machine.Recorded;
import io.beskar7.domain.machine.Ticket;
import io.beskar7.operator.claim.Claims;
import io.beskar7.operator.claim.MachineKey;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.operator.kube.Finalizers;
import io.beskar7.operator.kube.Pause;
import io.beskar7.operator.kube.Timestamps;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the facts about a machine, from caches alone. */
final class MachineObserver {
  /** The condition that tells how the BMC does. */
  private static final String BMC = "RedfishConnectionReady";

  private final MachineSources sources;
  private final OwnerReader owners;
  private final Claims claims;

  MachineObserver(MachineSources sources, OwnerReader owners, Claims claims) {
    this.sources = sources;
    this.owners = owners;
    this.claims = claims;
  }

  Observation observe(Beskar7Machine machine, boolean ownersServed) {
    OwnerReader.View owner = owners.read(machine, ownersServed);
    Claim claim = machine.getStatus() == null ? null : machine.getStatus().claim;
    PhysicalHost host = claim == null ? null : sources.host(machine, claim.host);
    Map<String, ProvisioningRun> runs =
        sources.runs(machine).stream()
            .collect(Collectors.toMap(run -> run.getMetadata().getName(), Function.identity()));
    MachineFacts facts =
        new MachineFacts(
            machine.getMetadata().getName(),
            machine.getMetadata().getUid(),
            createdAt(machine),
            Finalizers.has(machine, Finalizers.BESKAR7_MACHINE),
            machine.isMarkedForDeletion(),
            Pause.isLeaving(machine),
            owner.paused(),
            owner.owner(),
            SpecCheck.faults(machine),
            bootstrap(machine, owner),
            ProviderIds.host(machine.getSpec().providerID, machine.getMetadata().getNamespace()),
            recorded(machine.getStatus()),
            hold(machine, claim, host),
            runs.values().stream().map(RunMapping::facts).toList(),
            claim == null ? claims.explain(MachineKey.of(machine)) : "",
            trouble(host),
            new Parting.NotAsked());
    return new Observation(machine, facts, host, runs, owner.bootstrapSecret());
  }

  private static Instant createdAt(Beskar7Machine machine) {
    Instant created = Timestamps.parse(machine.getMetadata().getCreationTimestamp());
    return created == null ? Instant.EPOCH : created;
  }

  private BootstrapData bootstrap(Beskar7Machine machine, OwnerReader.View owner) {
    String name = owner.bootstrapSecret();
    if (name == null) {
      return new BootstrapData.Missing(owner.unnamed());
    }
    Secret secret = sources.secret(machine, name);
    if (secret == null) {
      return new BootstrapData.Missing("Secret " + name + " does not exist");
    }
    return switch (Facts.ofSecret(secret)) {
      case THERE -> new BootstrapData.Ready(name);
      case MISSING -> invalid(name, "is missing");
      case EMPTY -> invalid(name, "is empty");
    };
  }

  private static BootstrapData invalid(String secret, String fault) {
    return new BootstrapData.Invalid(
        "Secret %s: key %s %s: must hold the bootstrap data"
            .formatted(secret, Facts.BOOTSTRAP_KEY, fault));
  }

  private static Recorded recorded(@Nullable Beskar7MachineStatus status) {
    if (status == null) {
      return new Recorded(null, null, "", null, false);
    }
    Condition ready = Conditions.find(status.conditions, Conditions.READY);
    return new Recorded(
        status.phase == null ? null : Phase.valueOf(status.phase.name()),
        ready == null ? null : Reasons.cause(ready.getReason()),
        ready == null || ready.getMessage() == null ? "" : ready.getMessage(),
        status.run,
        Boolean.TRUE.equals(status.ready)
            || (status.initialization != null
                && Boolean.TRUE.equals(status.initialization.provisioned)));
  }

  private static Hold hold(
      Beskar7Machine machine, @Nullable Claim claim, @Nullable PhysicalHost host) {
    if (claim == null) {
      return new Hold.None();
    }
    Ticket ticket =
        new Ticket(
            claim.host, claim.hostUID, claim.epoch + 1, Boolean.TRUE.equals(claim.releasing));
    return new Hold.Unverified(ticket, host != null && names(host, machine, ticket));
  }

  private static boolean names(PhysicalHost host, Beskar7Machine machine, Ticket ticket) {
    PhysicalHostSpec spec = host.getSpec();
    return ticket.hostUid().equals(host.getMetadata().getUid())
        && spec.consumerRef != null
        && machine.getMetadata().getUid().equals(spec.consumerRef.uid)
        && spec.claimEpoch != null
        && spec.claimEpoch == ticket.epoch();
  }

  static @Nullable String trouble(@Nullable PhysicalHost host) {
    if (host == null || host.getStatus() == null) {
      return null;
    }
    Condition bmc = Conditions.find(host.getStatus().conditions, BMC);
    return bmc == null || !"False".equals(bmc.getStatus())
        ? null
        : bmc.getReason() + ": " + bmc.getMessage();
  }
}
