package io.beskar7.app.explain;

import io.beskar7.api.host.HostOperation;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.explain.Explanation.Line;
import io.beskar7.app.text.Ages;
import io.beskar7.app.view.Words;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains from what the API holds; asks nobody else. */
public final class Explainer {
  private Explainer() {}

  /**
   * Explains a machine.
   *
   * @param runs the runs of this machine
   * @param events the events about it
   */
  public static Explanation machine(
      Beskar7Machine machine, List<ProvisioningRun> runs, List<Event> events, Instant now) {
    Beskar7MachineStatus status =
        machine.getStatus() == null ? new Beskar7MachineStatus() : machine.getStatus();
    List<Line> lines = new ArrayList<>();
    if (status.host != null) {
      lines.add(new Line("host", status.host));
    }
    lines.addAll(Reasons.lines(status.conditions));
    lines.add(new Line("next", next(machine, status, runs, now)));
    return new Explanation(
        headline("machine", machine, Words.of(status.phase), status.phaseSince, now),
        lines,
        new Timeline()
            .created(machine)
            .runs(runs)
            .conditions("condition", status.conditions)
            .events(events)
            .moments());
  }

  /**
   * Explains a host.
   *
   * @param runs the runs on this host
   * @param events the events about it
   */
  public static Explanation host(
      PhysicalHost host, List<ProvisioningRun> runs, List<Event> events, Instant now) {
    PhysicalHostStatus status =
        host.getStatus() == null ? new PhysicalHostStatus() : host.getStatus();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "consumer",
            host.getSpec().consumerRef == null ? "none" : host.getSpec().consumerRef.name));
    lines.add(
        new Line(
            "power",
            status.observedPowerState == null ? "not read yet" : status.observedPowerState));
    lines.addAll(Reasons.lines(status.conditions));
    lines.add(new Line("next", next(status, runs, now)));
    return new Explanation(
        headline("host", host, Words.of(status.state), status.stateSince, now),
        lines,
        new Timeline()
            .created(host)
            .runs(runs)
            .conditions("condition", status.conditions)
            .events(events)
            .moments());
  }

  private static String next(
      Beskar7Machine machine,
      Beskar7MachineStatus status,
      List<ProvisioningRun> runs,
      Instant now) {
    if (machine.getMetadata().getDeletionTimestamp() != null) {
      return "its host is powered off and given back, then the machine goes";
    }
    if (status.phase == MachinePhase.PROVISIONED) {
      return "nothing: it runs";
    }
    if (status.phase == MachinePhase.FAILED) {
      return "nothing by itself: correct the cause, delete the machine and create it anew";
    }
    return NextStep.openRun(runs)
        .map(run -> NextStep.of(run, now))
        .orElse(
            status.phase == MachinePhase.CLAIMING
                ? "a host that fits becomes available and is claimed at once"
                : "see the reason");
  }

  private static String next(PhysicalHostStatus status, List<ProvisioningRun> runs, Instant now) {
    HostOperation operation = status.operation;
    if (operation != null) {
      String step = operation.step == null ? "" : ", step " + operation.step;
      return "its BMC finishes " + operation.intent + step;
    }
    return NextStep.openRun(runs).map(run -> NextStep.of(run, now)).orElse("nothing is under way");
  }

  private static String headline(
      String kind, HasMetadata object, String state, @Nullable String since, Instant now) {
    return "%s %s/%s: %s, since %s"
        .formatted(
            kind,
            object.getMetadata().getNamespace(),
            object.getMetadata().getName(),
            state.equals("-") ? "not looked at yet" : state,
            Ages.since(since == null ? object.getMetadata().getCreationTimestamp() : since, now));
  }
}
