package io.beskar7.simulator.machine;

/** What the firmware boots from. */
public enum BootSource {
  /** The firmware's own order: disk, then network. */
  DEFAULT,
  /** The network. */
  NETWORK,
  /** The disk. */
  DISK,
  /** The setup screen: nothing boots. */
  SETUP
}
