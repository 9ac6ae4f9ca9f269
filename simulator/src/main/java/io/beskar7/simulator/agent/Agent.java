package io.beskar7.simulator.agent;

import static io.beskar7.simulator.machine.MachineState.Phase.AGENT;
import static io.beskar7.simulator.machine.MachineState.Phase.PARKED;
import static io.beskar7.simulator.machine.MachineState.Phase.STUCK;

import io.beskar7.simulator.agent.ControllerClient.Reply;
import io.beskar7.simulator.fault.AgentFault;
import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.machine.Life;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inspection agent: reports, waits for bootstrap data, installs. */
public final class Agent {
  private static final Duration POLL = Duration.ofSeconds(5);

  private final Life life;
  private final AgentSetup setup;

  public Agent(Life life, AgentSetup setup) {
    this.life = life;
    this.setup = setup;
  }

  /**
   * Runs on the parameters of its kernel.
   *
   * @return what the machine does next
   */
  public Next run(String commandLine) throws InterruptedException {
    life.pause(setup.delays().kernelBoot());
    KernelLine line;
    try {
      line = KernelLine.parse(commandLine);
    } catch (IllegalArgumentException e) {
      life.step(STUCK, "agent-bad-kernel-line", "reason", String.valueOf(e.getMessage()));
      return Next.STAY;
    }
    life.step(
        AGENT,
        "agent-started",
        "run",
        line.run(),
        "tokenHash",
        line.tokenHash(),
        "namespace",
        line.namespace(),
        "for",
        line.host());
    try (ControllerClient controller = new ControllerClient(life, home(line))) {
      if (!report(controller) || !install(controller, line)) {
        return Next.STAY;
      }
      return line.kexec() ? Next.KEXEC : Next.REBOOT;
    }
  }

  private boolean report(ControllerClient controller) throws InterruptedException {
    AgentFault fault = fault();
    if (fault == AgentFault.NEVER_REPORTS) {
      life.step(PARKED, "agent-silent");
      return false;
    }
    Reply reply = controller.post("inspection", FaultyReports.write(setup, life, fault));
    life.step(reply.ok() ? AGENT : PARKED, "report", "result", reply.text());
    if (reply.ok() && fault == AgentFault.CRASHES_AFTER_REPORT) {
      life.step(PARKED, "agent-crashed");
      return false;
    }
    return reply.ok();
  }

  private boolean install(ControllerClient controller, KernelLine line)
      throws InterruptedException {
    URI target = line.target();
    if (target == null) {
      life.step(PARKED, "inspected");
      return false;
    }
    Optional<String> bootstrap = bootstrap(controller, line.timeout());
    if (bootstrap.isEmpty()) {
      return false;
    }
    Installer installer = new Installer(life, setup, line, target);
    @Nullable String failure = installer.install(bootstrap.get(), home(line));
    if (failure != null) {
      Reply reply = controller.post("provision-failed", "{\"reason\":\"" + failure + "\"}");
      life.step(PARKED, "provision-failed", "reason", failure, "result", reply.text());
      return false;
    }
    if (setup.provisionedCallback()) {
      Reply reply = controller.post("provisioned", "{\"status\":\"provisioned\"}");
      life.step(AGENT, "provisioned", "result", reply.text());
    }
    return true;
  }

  private Optional<String> bootstrap(ControllerClient controller, Duration budget)
      throws InterruptedException {
    Instant deadline = life.now().plus(budget);
    while (life.now().isBefore(deadline)) {
      Reply reply = controller.once("GET", "bootstrap", "");
      if (reply.status() == 200) {
        life.step(AGENT, "bootstrap", "bytes", reply.body().length());
        return Optional.of(reply.body());
      }
      if (reply.status() != 0 && reply.status() != 404 && reply.status() / 100 != 5) {
        life.step(PARKED, "bootstrap-refused", "result", reply.text());
        return Optional.empty();
      }
      life.pause(POLL);
    }
    life.step(PARKED, "bootstrap-timeout", "after", budget.toString());
    return Optional.empty();
  }

  private AgentFault fault() {
    FaultPlan faults = setup.faults();
    return faults.agent(life.wiring().host());
  }

  private static DiskImage.Home home(KernelLine line) {
    return new DiskImage.Home(
        line.api(), line.namespace(), line.host(), line.token(), line.caPem());
  }

  /** What a machine does when its agent is done. */
  public enum Next {
    /** Nothing, until the power goes. */
    STAY,
    /** Start again, from the firmware. */
    REBOOT,
    /** Start the installed system at once. */
    KEXEC
  }
}
