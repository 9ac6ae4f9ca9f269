package io.beskar7.simulator.machine;

import io.beskar7.simulator.hardware.Hardware;

/**
 * A machine as its BMC can reach it: through power and the boot device. Only the BMC it is wired to
 * calls it. Today machines are simulated; virtual machines can take their place.
 */
public interface SimulatedMachine extends AutoCloseable {

  /** What is inside. */
  Hardware hardware();

  /** Gives power; the machine starts its self-test and then boots. No effect when powered. */
  void powerOn(Wiring wiring);

  /** Takes power away. When this returns the machine does nothing any more. */
  void powerOff();

  /**
   * Presses the power button. A machine whose operating system listens shuts down and then calls
   * {@link Wiring#poweredOff}.
   *
   * @return false when nothing in the machine listens
   */
  boolean pressPowerButton();

  /** What it is doing. */
  MachineState state();

  /** Empties every disk; only while it has no power. */
  void wipe();

  /** Takes power away for good. */
  @Override
  void close();
}
