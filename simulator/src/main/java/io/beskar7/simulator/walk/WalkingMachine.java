package io.beskar7.simulator.walk;

import io.beskar7.simulator.hardware.Hardware;
import io.beskar7.simulator.machine.Life;
import io.beskar7.simulator.machine.MachineState;
import io.beskar7.simulator.machine.MachineState.Phase;
import io.beskar7.simulator.machine.SimulatedMachine;
import io.beskar7.simulator.machine.Wiring;
import java.net.InetAddress;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A machine that is a virtual thread while it has power. */
public final class WalkingMachine implements SimulatedMachine {
  private final MachineSetup setup;
  private final Hardware hardware;
  private final InetAddress address;
  private final Random random;
  private final Progress progress = new Progress();
  private @Nullable Life life;
  private @Nullable Thread thread;

  public WalkingMachine(MachineSetup setup, Hardware hardware, InetAddress address, long seed) {
    this.setup = setup;
    this.hardware = hardware;
    this.address = address;
    this.random = new Random(seed);
  }

  @Override
  public Hardware hardware() {
    return hardware;
  }

  @Override
  public synchronized void powerOn(Wiring wiring) {
    if (life != null) {
      return;
    }
    Life fresh = new Life(wiring, hardware, setup.log(), setup.time(), random, address, progress);
    life = fresh;
    progress.poweredOn();
    Walk walk = new Walk(setup, fresh, progress);
    thread = Thread.ofVirtual().name("machine-" + hardware.serialNumber()).start(walk);
  }

  @Override
  public synchronized void powerOff() {
    if (life != null && thread != null) {
      life.end();
      thread.interrupt();
    }
    life = null;
    thread = null;
    progress.phase(Phase.OFF);
  }

  @Override
  public synchronized boolean pressPowerButton() {
    if (life == null || progress.phase() != Phase.OS) {
      return false;
    }
    Life ending = life;
    progress.phase(Phase.OS_SHUTDOWN);
    setup.time().after(setup.delays().osShutdown().pick(random), () -> shutDown(ending));
    return true;
  }

  @Override
  public MachineState state() {
    return progress.state();
  }

  @Override
  public synchronized void wipe() {
    if (life != null) {
      throw new IllegalStateException(hardware.serialNumber() + ": wipe needs the power off");
    }
    progress.erase();
  }

  @Override
  public void close() {
    powerOff();
  }

  /** The BMC is told without holding this machine's lock: its locks come before ours. */
  private void shutDown(Life ending) {
    boolean current;
    synchronized (this) {
      current = life == ending;
    }
    if (current) {
      ending.wiring().poweredOff();
    }
  }
}
