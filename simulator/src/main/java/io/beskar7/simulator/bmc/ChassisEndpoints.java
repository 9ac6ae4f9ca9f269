package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.persona.Persona;
import java.util.List;
import java.util.Map;

/** The collections of systems, chassis and managers, the one chassis and the one manager. */
final class ChassisEndpoints {
  static final String CHASSIS = RootEndpoints.ROOT + "/Chassis/1";
  static final String MANAGER = RootEndpoints.ROOT + "/Managers/BMC";

  private final Persona persona;
  private final List<String> systems;

  ChassisEndpoints(Persona persona, List<String> systems) {
    this.persona = persona;
    this.systems = List.copyOf(systems);
  }

  Map<String, Endpoint> all() {
    return Map.of(
        SystemDocument.COLLECTION,
        collection(SystemDocument.COLLECTION, "ComputerSystem", "Systems", systems),
        RootEndpoints.ROOT + "/Chassis",
        collection(RootEndpoints.ROOT + "/Chassis", "Chassis", "Chassis", List.of(CHASSIS)),
        RootEndpoints.ROOT + "/Managers",
        collection(RootEndpoints.ROOT + "/Managers", "Manager", "Managers", List.of(MANAGER)),
        CHASSIS,
        Endpoint.resource(this::chassis),
        MANAGER,
        Endpoint.resource(this::manager));
  }

  private static Endpoint collection(String uri, String kind, String name, List<String> members) {
    return Endpoint.resource(() -> Json.collection(uri, kind, name, members));
  }

  private ObjectNode chassis() {
    ObjectNode node = Json.resource(CHASSIS, "#Chassis.v1_21_0.Chassis", "1", "Chassis");
    node.put("ChassisType", "RackMount").put("Manufacturer", persona.vendor());
    node.putObject("Status").put("State", "Enabled").put("Health", "OK");
    ObjectNode links = node.putObject("Links");
    systems(links.putArray("ComputerSystems"));
    links.putArray("ManagedBy").add(Json.link(MANAGER));
    return node;
  }

  private ObjectNode manager() {
    ObjectNode node = Json.resource(MANAGER, "#Manager.v1_18_0.Manager", "BMC", "Manager");
    node.put("ManagerType", "BMC").put("Model", persona.managerModel());
    node.putObject("Status").put("State", "Enabled").put("Health", "OK");
    ObjectNode links = node.putObject("Links");
    systems(links.putArray("ManagerForServers"));
    links.putArray("ManagerForChassis").add(Json.link(CHASSIS));
    return node;
  }

  private void systems(ArrayNode links) {
    systems.forEach(uri -> links.add(Json.link(uri)));
  }
}
