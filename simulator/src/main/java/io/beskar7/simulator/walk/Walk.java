package io.beskar7.simulator.walk;

import io.beskar7.simulator.machine.BootSource;
import io.beskar7.simulator.machine.Life;
import io.beskar7.simulator.machine.MachineState.Phase;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a machine does from power-on until the power goes. */
final class Walk implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Walk.class);

  private final MachineSetup setup;
  private final Life life;
  private final Progress progress;

  Walk(MachineSetup setup, Life life, Progress progress) {
    this.setup = setup;
    this.life = life;
    this.progress = progress;
  }

  @Override
  public void run() {
    try {
      walk();
    } catch (InterruptedException e) {
      LOG.atDebug().addKeyValue("host", life.wiring().host()).log("power went during the walk");
    }
  }

  private void walk() throws InterruptedException {
    BootSource source = life.wiring().takeBootSource();
    step(Phase.POST, "post", "bootSource", source.name().toLowerCase(Locale.ROOT));
    life.pause(setup.delays().post());
  }

  private void step(Phase phase, String name, Object... fields) throws InterruptedException {
    life.step(name, fields);
    progress.at(phase, name);
  }
}
