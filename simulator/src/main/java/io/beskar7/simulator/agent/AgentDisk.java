package io.beskar7.simulator.agent;

import org.jspecify.annotations.Nullable;

/** The disk an agent writes and an installed system boots from. */
public interface AgentDisk {
  /** What is on it; null when nothing that boots. */
  @Nullable DiskImage image();

  /** From here on nothing on it boots. */
  void erase();

  /** A whole image is on it. */
  void write(DiskImage image);

  /** Its system has phoned home, or has given up to; it will not try again. */
  void settled(DiskImage image, boolean heard);
}
