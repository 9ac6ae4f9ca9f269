package io.beskar7.simulator.fleet;

import io.beskar7.simulator.bmc.Bmc;
import io.beskar7.simulator.bmc.BmcSystem;
import io.beskar7.simulator.bmc.BootOverride;
import io.beskar7.simulator.machine.MachineState;

/**
 * What a host is doing.
 *
 * @param name the host
 * @param bmc its BMC, {@code address:port}
 * @param power PowerState as Redfish reports it
 * @param override the boot override as it stands
 * @param openSessions sessions open at its BMC
 * @param machine the machine on the wire
 */
public record HostState(
    String name,
    String bmc,
    String power,
    BootOverride override,
    int openSessions,
    MachineState machine) {

  static HostState of(String name, Bmc bmc, BmcSystem system) {
    return new HostState(
        name,
        bmc.label(),
        system.power().state().text(),
        system.override(),
        bmc.sessions().open().size(),
        system.machine().state());
  }
}
