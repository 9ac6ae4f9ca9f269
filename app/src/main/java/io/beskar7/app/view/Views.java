package io.beskar7.app.view;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.api.run.Closed;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.text.Ages;
import io.beskar7.app.text.TextTable;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What it is doing, since when, for whom: one line per object. */
public final class Views {
  private static final Comparator<HasMetadata> BY_NAME =
      Comparator.comparing((HasMetadata o) -> o.getMetadata().getNamespace())
          .thenComparing(o -> o.getMetadata().getName());

  private Views() {}

  public static TextTable hosts(List<PhysicalHost> hosts, Instant now) {
    TextTable table =
        new TextTable("NAMESPACE", "NAME", "STATE", "SINCE", "CONSUMER", "POWER", "REASON", "BMC");
    for (PhysicalHost host : hosts.stream().sorted(BY_NAME).toList()) {
      PhysicalHostStatus status =
          host.getStatus() == null ? new PhysicalHostStatus() : host.getStatus();
      table.add(
          host.getMetadata().getNamespace(),
          host.getMetadata().getName(),
          Words.of(status.state),
          Ages.since(status.stateSince, now),
          host.getSpec().consumerRef == null ? "-" : orDash(host.getSpec().consumerRef.name),
          orDash(status.observedPowerState),
          reason(status.conditions),
          orDash(host.getSpec().redfishConnection.address));
    }
    return table;
  }

  public static TextTable machines(List<Beskar7Machine> machines, Instant now) {
    TextTable table =
        new TextTable("NAMESPACE", "NAME", "PHASE", "SINCE", "HOST", "READY", "REASON", "MESSAGE");
    for (Beskar7Machine machine : machines.stream().sorted(BY_NAME).toList()) {
      Beskar7MachineStatus status =
          machine.getStatus() == null ? new Beskar7MachineStatus() : machine.getStatus();
      Condition ready = Words.ready(status.conditions);
      table.add(
          machine.getMetadata().getNamespace(),
          machine.getMetadata().getName(),
          Words.of(status.phase),
          Ages.since(status.phaseSince, now),
          orDash(status.host),
          ready == null ? "-" : orDash(ready.getStatus()),
          reason(status.conditions),
          ready == null ? "-" : orDash(ready.getMessage()));
    }
    return table;
  }

  public static TextTable runs(List<ProvisioningRun> runs, Instant now) {
    TextTable table =
        new TextTable(
            "NAMESPACE",
            "NAME",
            "KIND",
            "HOST",
            "MACHINE",
            "ATTEMPT",
            "STEP",
            "OUTCOME",
            "CAUSE",
            "AGE");
    for (ProvisioningRun run : runs.stream().sorted(BY_NAME).toList()) {
      Closed closed = run.getSpec().closed;
      table.add(
          run.getMetadata().getNamespace(),
          run.getMetadata().getName(),
          Words.of(run.getSpec().kind),
          run.getSpec().hostRef.name,
          run.getSpec().machineRef == null ? "-" : run.getSpec().machineRef.name,
          String.valueOf(run.getSpec().attempt),
          RunSteps.last(run),
          closed == null ? "-" : Words.of(closed.outcome),
          closed == null ? "-" : orDash(closed.cause),
          Ages.since(run.getMetadata().getCreationTimestamp(), now));
    }
    return table;
  }

  private static String reason(@Nullable List<Condition> conditions) {
    Condition ready = Words.ready(conditions);
    return ready == null ? "-" : orDash(ready.getReason());
  }

  private static String orDash(@Nullable String text) {
    return text == null || text.isEmpty() ? "-" : text;
  }
}
