package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.hardware.Hardware;
import io.beskar7.simulator.hardware.Hardware.Nic;
import java.util.LinkedHashMap;
import java.util.Map;

/** The EthernetInterfaces of a system. A BMC knows their MAC addresses, not their IP addresses. */
final class NicEndpoints {
  private final String collection;
  private final Hardware hardware;

  NicEndpoints(String systemUri, Hardware hardware) {
    this.collection = systemUri + "/EthernetInterfaces";
    this.hardware = hardware;
  }

  Map<String, Endpoint> all() {
    Map<String, Endpoint> all = new LinkedHashMap<>();
    for (Nic nic : hardware.nics()) {
      all.put(uri(nic), Endpoint.resource(() -> document(nic)));
    }
    all.put(
        collection,
        Endpoint.resource(
            () ->
                Json.collection(
                    collection,
                    "EthernetInterface",
                    "Ethernet Interfaces",
                    hardware.nics().stream().map(this::uri).toList())));
    return all;
  }

  private String uri(Nic nic) {
    return collection + "/" + nic.name();
  }

  private ObjectNode document(Nic nic) {
    ObjectNode node =
        Json.resource(
            uri(nic), "#EthernetInterface.v1_9_0.EthernetInterface", nic.name(), nic.name());
    node.put("MACAddress", nic.mac())
        .put("PermanentMACAddress", nic.mac())
        .put("SpeedMbps", nic.speedMbps())
        .put("InterfaceEnabled", true)
        .put("LinkStatus", "LinkUp");
    node.putArray("IPv4Addresses");
    node.putArray("IPv6Addresses");
    node.putObject("Status").put("State", "Enabled").put("Health", "OK");
    return node;
  }
}
