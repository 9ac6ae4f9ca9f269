package io.beskar7.simulator.walk;

import io.beskar7.simulator.agent.AgentDisk;
import io.beskar7.simulator.agent.DiskImage;
import io.beskar7.simulator.machine.Life;
import io.beskar7.simulator.machine.MachineState;
import io.beskar7.simulator.machine.MachineState.Phase;
import org.jspecify.annotations.Nullable;

/** Where a machine is and what it has done; its disk outlives its power. */
final class Progress implements Life.Steps, AgentDisk {
  private Phase phase = Phase.OFF;
  private String step = "";
  private @Nullable DiskImage disk;
  private int powerOns;
  private int networkBoots;
  private int imageWrites;
  private int phoneHomes;

  synchronized void poweredOn() {
    powerOns++;
    phase = Phase.POST;
    step = "power-on";
  }

  synchronized void phase(Phase next) {
    phase = next;
  }

  synchronized Phase phase() {
    return phase;
  }

  @Override
  public synchronized void at(Phase next, String name) {
    phase = next;
    step = name;
  }

  @Override
  public synchronized @Nullable DiskImage image() {
    return disk;
  }

  @Override
  public synchronized void erase() {
    disk = null;
  }

  @Override
  public synchronized void write(DiskImage image) {
    disk = image;
    imageWrites++;
  }

  synchronized void networkBooted() {
    networkBoots++;
  }

  @Override
  public synchronized void settled(DiskImage image, boolean heard) {
    disk = image;
    phoneHomes += heard ? 1 : 0;
  }

  synchronized MachineState state() {
    DiskImage image = disk;
    return new MachineState(
        phase,
        step,
        image == null ? null : image.digest(),
        image == null ? null : image.run(),
        image == null ? null : image.providerId(),
        powerOns,
        networkBoots,
        imageWrites,
        phoneHomes);
  }
}
