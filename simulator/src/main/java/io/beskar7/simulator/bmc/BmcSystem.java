package io.beskar7.simulator.bmc;

import io.beskar7.simulator.hardware.Hardware;
import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.machine.BootSource;
import io.beskar7.simulator.machine.SimulatedMachine;
import io.beskar7.simulator.machine.Wiring;

/**
 * One ComputerSystem of a BMC: what the BMC believes about it, its boot override, and the machine
 * it is wired to. What the BMC believes (UUID, serial number, NICs) stays when the wire moves.
 *
 * <p>Locks are taken in one order only: a system, then its power, then its machine.
 */
public final class BmcSystem implements Wiring {
  private final String id;
  private final String host;
  private final String bmc;
  private final Hardware believed;
  private final EventLog log;
  private final Power power;
  private volatile SimulatedMachine machine;
  private BootOverride override;

  BmcSystem(String id, String host, BmcSetup setup, SimulatedMachine machine) {
    this.id = id;
    this.host = host;
    this.bmc = setup.label();
    this.believed = machine.hardware();
    this.log = setup.log();
    this.machine = machine;
    this.override = BootOverride.none(setup.persona().overrideModes().getFirst());
    this.power = new Power(this, setup);
  }

  /** Its identifier in the Systems collection. */
  public String id() {
    return id;
  }

  @Override
  public String host() {
    return host;
  }

  /** What the BMC says is inside. */
  public Hardware believed() {
    return believed;
  }

  /** Its power. */
  public Power power() {
    return power;
  }

  /** The machine on the wire now. */
  public SimulatedMachine machine() {
    return machine;
  }

  /** Moves the wire to another machine; the system must be off. */
  void wire(SimulatedMachine other) {
    machine = other;
  }

  /** The override as it stands. */
  public synchronized BootOverride override() {
    return override;
  }

  synchronized void override(BootOverride next, String cause) {
    override = next;
    log.add(
        EventType.BOOT_OVERRIDE,
        "bmc",
        bmc,
        "host",
        host,
        "target",
        next.target(),
        "enabled",
        next.enabled(),
        "cause",
        cause);
  }

  @Override
  public synchronized BootSource takeBootSource() {
    BootSource source = override.source();
    if (!override.afterUse().equals(override)) {
      override(override.afterUse(), "used");
    }
    return source;
  }

  @Override
  public void poweredOff() {
    power.lost("shutdown");
  }
}
