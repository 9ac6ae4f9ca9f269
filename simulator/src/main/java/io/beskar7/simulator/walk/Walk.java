package io.beskar7.simulator.walk;

import static io.beskar7.simulator.machine.MachineState.Phase.POST;
import static io.beskar7.simulator.machine.MachineState.Phase.STUCK;

import io.beskar7.simulator.agent.Agent;
import io.beskar7.simulator.agent.AgentSetup;
import io.beskar7.simulator.agent.DiskImage;
import io.beskar7.simulator.agent.InstalledSystem;
import io.beskar7.simulator.firmware.NetworkBoot;
import io.beskar7.simulator.firmware.Outcome;
import io.beskar7.simulator.machine.BootSource;
import io.beskar7.simulator.machine.Life;
import io.beskar7.simulator.machine.MachineState.Phase;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a machine does from power-on until the power goes. */
final class Walk implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Walk.class);
  private static final Duration NOTHING_TO_BOOT = Duration.ofSeconds(10);

  private final MachineSetup setup;
  private final Life life;
  private final Progress progress;
  private final AgentSetup agent;

  Walk(MachineSetup setup, Life life, Progress progress) {
    this.setup = setup;
    this.life = life;
    this.progress = progress;
    this.agent =
        new AgentSetup(
            setup.delays(),
            setup.faults(),
            setup.reportShape(),
            setup.provisionedCallback(),
            progress);
  }

  @Override
  public void run() {
    try {
      while (selfTestAndBoot()) {
        life.step(POST, "reboot");
      }
    } catch (InterruptedException e) {
      LOG.atDebug().addKeyValue("host", life.wiring().host()).log("power went during the walk");
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("host", life.wiring().host())
          .setCause(e)
          .log("walk failed inside the simulator");
    }
  }

  /** Whether the machine reboots; else it stays as it is until the power goes. */
  private boolean selfTestAndBoot() throws InterruptedException {
    BootSource source = life.wiring().takeBootSource();
    life.step(POST, "post", "bootSource", source.name().toLowerCase(Locale.ROOT));
    life.pause(setup.delays().post());
    if (source == BootSource.SETUP) {
      life.step(STUCK, "setup-screen");
      return false;
    }
    while (true) {
      DiskImage image = progress.image();
      if (source == BootSource.NETWORK || image == null) {
        Outcome outcome = networkBoot();
        if (outcome instanceof Outcome.Kernel kernel) {
          return agent(kernel);
        }
      }
      if (image != null) {
        new InstalledSystem(life, agent).run(image);
        return false;
      }
      life.step(Phase.NETWORK_BOOT, "nothing-to-boot");
      life.pause(NOTHING_TO_BOOT);
    }
  }

  private boolean agent(Outcome.Kernel kernel) throws InterruptedException {
    return switch (new Agent(life, agent).run(kernel.commandLine())) {
      case STAY -> false;
      case REBOOT -> true;
      case KEXEC -> {
        DiskImage installed = progress.image();
        if (installed != null) {
          new InstalledSystem(life, agent).run(installed);
        }
        yield false;
      }
    };
  }

  private Outcome networkBoot() throws InterruptedException {
    life.step(Phase.NETWORK_BOOT, "network-boot");
    progress.networkBooted();
    life.pause(setup.delays().netBoot());
    return new NetworkBoot(life).run(setup.bootUrl().get());
  }
}
