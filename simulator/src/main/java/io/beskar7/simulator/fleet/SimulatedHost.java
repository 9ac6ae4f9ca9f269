package io.beskar7.simulator.fleet;

import io.beskar7.simulator.bmc.Bmc;
import io.beskar7.simulator.bmc.BmcSystem;
import io.beskar7.simulator.hardware.Hardware;
import io.beskar7.simulator.machine.SimulatedMachine;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * One host of a fleet: a system of a BMC and the machine behind it, and hands to meddle with it.
 */
public final class SimulatedHost {
  private final String name;
  private final String zone;
  private final String user;
  private final Bmc bmc;
  private final BmcSystem system;
  private String password;

  SimulatedHost(String name, String zone, Bmc.Login login, Bmc bmc, BmcSystem system) {
    this.name = name;
    this.zone = zone;
    this.user = login.user();
    this.password = login.password();
    this.bmc = bmc;
    this.system = system;
  }

  /** {@code host-0001} and so on. */
  public String name() {
    return name;
  }

  /** The BMC's address, {@code https://127.7.0.1:8443}. */
  public URI bmcAddress() {
    return URI.create("https://" + bmc.label());
  }

  /** The BMC's name in log and fault rules, {@code 127.7.0.1:8443}. */
  public String bmcLabel() {
    return bmc.label();
  }

  /** The system's identifier behind its BMC. */
  public String systemId() {
    return system.id();
  }

  /** The BMC's user. */
  public String username() {
    return user;
  }

  /** The BMC's password as it is now. */
  public synchronized String password() {
    return password;
  }

  /** What the BMC says is inside. */
  public Hardware hardware() {
    return system.believed();
  }

  /** MAC addresses as the BMC knows them, the boot interface first. */
  public List<String> macs() {
    return hardware().macs();
  }

  /** UUID as the BMC knows it. */
  public UUID uuid() {
    return hardware().uuid();
  }

  /** Serial number as the BMC knows it. */
  public String serial() {
    return hardware().serialNumber();
  }

  /** The zone it stands in. */
  public String zone() {
    return zone;
  }

  /** What it is doing now. */
  public HostState state() {
    return HostState.of(name, bmc, system);
  }

  /** Its power goes at once, unasked. */
  public void cutPower() {
    bmc.cutPower(system);
  }

  /** Its BMC refuses connections until {@link #up}; shared by all systems of the BMC. */
  public void down() {
    bmc.down();
  }

  /** Its BMC answers again. */
  public void up() throws IOException {
    bmc.up();
  }

  /** Changes the password of its BMC. */
  public synchronized void setPassword(String next) {
    password = next;
    bmc.setPassword(next);
  }

  /** Exchanges the machines behind two hosts, as crossed cables do; both lose power. */
  public void swapMachine(SimulatedHost other) {
    SimulatedMachine mine = system.machine();
    SimulatedMachine theirs = other.system.machine();
    bmc.cutPower(system);
    other.bmc.cutPower(other.system);
    bmc.wire(system, theirs);
    other.bmc.wire(other.system, mine);
  }

  /** Empties the disks of its machine; it loses power. */
  public void wipe() {
    bmc.cutPower(system);
    system.machine().wipe();
  }

  SimulatedMachine machine() {
    return system.machine();
  }
}
