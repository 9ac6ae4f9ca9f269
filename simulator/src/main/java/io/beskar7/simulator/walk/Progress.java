package io.beskar7.simulator.walk;

import io.beskar7.simulator.agent.DiskImage;
import io.beskar7.simulator.machine.MachineState;
import io.beskar7.simulator.machine.MachineState.Phase;
import org.jspecify.annotations.Nullable;

/** Where a machine is and what it has done; its disk outlives its power. */
final class Progress {
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

  synchronized void at(Phase next, String name) {
    phase = next;
    step = name;
  }

  synchronized @Nullable DiskImage disk() {
    return disk;
  }

  synchronized void disk(@Nullable DiskImage image) {
    disk = image;
  }

  synchronized void imageWritten(DiskImage image) {
    disk = image;
    imageWrites++;
  }

  synchronized void networkBooted() {
    networkBoots++;
  }

  synchronized void phonedHome(DiskImage heard) {
    disk = heard;
    phoneHomes++;
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
