package io.beskar7.simulator.machine;

/** What a machine asks of the BMC it is wired to. */
public interface Wiring {
  /** The name of the host, for the log. */
  String host();

  /** Asked at the start of each self-test; a one-time override is used up by it. */
  BootSource takeBootSource();

  /** The machine has switched itself off. */
  void poweredOff();
}
