package io.beskar7.simulator.fleet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.hardware.Hardware;
import io.beskar7.simulator.machine.MachineState;

/** A fleet as another process sees it; without passwords. */
final class FleetJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FleetJson() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ObjectNode fleet(Fleet fleet) {
    ObjectNode node =
        object()
            .put("imageServerUrl", fleet.imageServerUrl().toString())
            .put("caPem", fleet.caPem());
    ArrayNode hosts = node.putArray("hosts");
    fleet.hosts().forEach(host -> hosts.add(host(host)));
    return node;
  }

  static ObjectNode host(SimulatedHost host) {
    ObjectNode node =
        object()
            .put("name", host.name())
            .put("bmcAddress", host.bmcAddress().toString())
            .put("systemId", host.systemId())
            .put("username", host.username())
            .put("zone", host.zone())
            .put("uuid", host.uuid().toString())
            .put("serial", host.serial());
    host.macs().forEach(node.putArray("macs")::add);
    hardware(node.putObject("hardware"), host.hardware());
    state(node, host.state());
    return node;
  }

  private static void hardware(ObjectNode node, Hardware hardware) {
    node.put("cores", hardware.totalCores()).put("memoryGiB", hardware.memory().totalGib());
    ArrayNode disks = node.putArray("disksGB");
    hardware.disks().forEach(disk -> disks.add(disk.sizeGb()));
    node.put("nics", hardware.nics().size());
  }

  private static void state(ObjectNode node, HostState state) {
    node.put("power", state.power()).put("openSessions", state.openSessions());
    node.putObject("override")
        .put("target", state.override().target())
        .put("enabled", state.override().enabled())
        .put("mode", state.override().mode());
    MachineState machine = state.machine();
    node.putObject("machine")
        .put("phase", machine.phase().name())
        .put("step", machine.step())
        .put("diskDigest", machine.diskDigest())
        .put("run", machine.run())
        .put("providerId", machine.providerId())
        .put("powerOns", machine.powerOns())
        .put("networkBoots", machine.networkBoots())
        .put("imageWrites", machine.imageWrites())
        .put("phoneHomes", machine.phoneHomes());
  }
}
