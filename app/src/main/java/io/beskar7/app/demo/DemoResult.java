package io.beskar7.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.app.text.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How a demo went. */
public record DemoResult(
    DemoPlan plan,
    int hostsAvailable,
    List<MachineResult> machines,
    Work work,
    Duration enrolment,
    Duration elapsed) {

  public DemoResult {
    machines = List.copyOf(machines);
  }

  public int provisioned() {
    return (int) machines.stream().filter(MachineResult::provisioned).count();
  }

  /** Whether everything came up in time. */
  public boolean succeeded() {
    return hostsAvailable == plan.hosts() && provisioned() == plan.machines();
  }

  /** For people. */
  public String table() {
    TextTable table = new TextTable("MACHINE", "HOST", "STATE", "BOOTED", "REPORTED", "RUNS AFTER");
    for (MachineResult machine : machines) {
      table.add(
          machine.name(),
          machine.host(),
          machine.provisioned() ? "Provisioned" : machine.step(),
          seconds(machine, "booted"),
          seconds(machine, "reported"),
          seconds(machine, "ended"));
    }
    return table
        + "%n%d of %d machines Provisioned on %d hosts in %.1f s; seed %d%n"
            .formatted(provisioned(), plan.machines(), plan.hosts(), real(elapsed), plan.seed())
        + "per machine: %.1f writes to the API, %.1f reconciles%n"
            .formatted(perMachine(work.writes()), perMachine(work.reconciles()));
  }

  /** For programs. */
  public String json() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("succeeded", succeeded());
    root.put("hosts", plan.hosts());
    root.put("machines", plan.machines());
    root.put("seed", plan.seed());
    root.put("timeScale", plan.timeScale());
    root.put("hostsAvailable", hostsAvailable);
    root.put("provisioned", provisioned());
    root.put("enrolmentSeconds", real(enrolment));
    root.put("elapsedSeconds", real(elapsed));
    root.put("apiWrites", work.writes());
    root.put("reconciles", work.reconciles());
    root.put("apiWritesPerMachine", perMachine(work.writes()));
    root.put("reconcilesPerMachine", perMachine(work.reconciles()));
    ObjectNode writes = root.putObject("apiWritesByResource");
    work.writesByResource().forEach(writes::put);
    ObjectNode reconciles = root.putObject("reconcilesByKind");
    work.reconcilesByKind().forEach(reconciles::put);
    ObjectNode assignments = root.putObject("assignments");
    machines.forEach(machine -> assignments.put(machine.name(), machine.host()));
    ObjectNode times = root.putObject("machineSeconds");
    for (MachineResult machine : machines) {
      ObjectNode of = times.putObject(machine.name());
      machine.seconds().forEach(of::put);
    }
    return root.toPrettyString();
  }

  private double perMachine(long count) {
    return machines.isEmpty() ? 0 : Math.round(10.0 * count / machines.size()) / 10.0;
  }

  private static double real(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static String seconds(MachineResult machine, String what) {
    Double seconds = machine.seconds().get(what);
    return seconds == null ? "-" : String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
