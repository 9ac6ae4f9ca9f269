package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.http.HttpReply;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The URIs that need no login (DSP0266 section 6.2): versions, root, OData documents. */
final class RootEndpoints {
  static final String ROOT = "/redfish/v1";
  private static final List<String> MEMBERS = List.of("Systems", "Chassis", "Managers");

  private final BmcSetup setup;
  private final UUID uuid;

  RootEndpoints(BmcSetup setup, UUID uuid) {
    this.setup = setup;
    this.uuid = uuid;
  }

  Map<String, Endpoint> all() {
    return Map.of(
        "/redfish",
        Endpoint.resource(() -> Json.object().put("v1", ROOT + "/")),
        ROOT,
        Endpoint.resource(this::root),
        ROOT + "/odata",
        Endpoint.resource(this::odata),
        ROOT + "/$metadata",
        metadata());
  }

  private ObjectNode root() {
    ObjectNode root =
        Json.resource(
            ROOT + "/", "#ServiceRoot.v1_16_0.ServiceRoot", "RootService", "Root Service");
    root.put("RedfishVersion", setup.persona().redfishVersion())
        .put("UUID", uuid.toString())
        .put("Vendor", setup.persona().vendor());
    MEMBERS.forEach(name -> root.set(name, Json.link(ROOT + "/" + name)));
    root.set("SessionService", Json.link(SessionEndpoints.SERVICE));
    root.putObject("Links").set("Sessions", Json.link(SessionEndpoints.COLLECTION));
    ObjectNode features = root.putObject("ProtocolFeaturesSupported");
    features.put("FilterQuery", false).put("SelectQuery", false).put("OnlyMemberQuery", false);
    features
        .putObject("ExpandQuery")
        .put("ExpandAll", false)
        .put("Levels", false)
        .put("Links", false)
        .put("NoLinks", false);
    return root;
  }

  private ObjectNode odata() {
    ObjectNode node = Json.object().put("@odata.context", ROOT + "/$metadata");
    ArrayNode value = node.putArray("value");
    service(value, "Service", ROOT + "/");
    MEMBERS.forEach(name -> service(value, name, ROOT + "/" + name));
    service(value, "Sessions", SessionEndpoints.COLLECTION);
    return node;
  }

  private static void service(ArrayNode value, String name, String url) {
    value.addObject().put("name", name).put("kind", "Singleton").put("url", url);
  }

  private static Endpoint metadata() {
    StringBuilder xml = new StringBuilder(1024);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<edmx:Edmx xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"")
        .append(" Version=\"4.0\">\n");
    for (String schema :
        List.of(
            "ServiceRoot",
            "ComputerSystem",
            "Chassis",
            "Manager",
            "SessionService",
            "Session",
            "EthernetInterface",
            "ActionInfo")) {
      xml.append("  <edmx:Reference Uri=\"http://redfish.dmtf.org/schemas/v1/")
          .append(schema)
          .append("_v1.xml\">\n    <edmx:Include Namespace=\"")
          .append(schema)
          .append("\"/>\n  </edmx:Reference>\n");
    }
    xml.append(
            "  <edmx:DataServices>\n    <Schema xmlns=\"http://docs.oasis-open.org/odata/ns/edm\"")
        .append(" Namespace=\"Service\">\n      <EntityContainer Name=\"Service\"")
        .append(" Extends=\"ServiceRoot.v1_16_0.ServiceContainer\"/>\n    </Schema>\n")
        .append("  </edmx:DataServices>\n</edmx:Edmx>\n");
    String text = xml.toString();
    return new Endpoint()
        .on("GET", request -> HttpReply.of(200, "application/xml", text))
        .on("HEAD", request -> HttpReply.of(200, "application/xml", text));
  }
}
