package io.beskar7.simulator.bmc;

import static io.beskar7.simulator.RawClient.basic;
import static io.beskar7.simulator.RawClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.simulator.RawClient;
import io.beskar7.simulator.TestFleets;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.SimulatedHost;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedfishServiceTest {
  private static final String SYSTEM = "/redfish/v1/Systems/1";

  private Fleet fleet;
  private SimulatedHost host;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    fleet = Fleet.start(TestFleets.of(1));
    host = fleet.hosts().getFirst();
    client = new RawClient(fleet.caPem(), host.bmcAddress());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    fleet.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/redfish",
        "/redfish/v1",
        "/redfish/v1/",
        "/redfish/v1/odata",
        "/redfish/v1/$metadata"
      })
  void anybodyMayReadTheEntryPoints(String path) throws IOException {
    assertThat(client.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void theVersionsDocumentNamesV1() throws IOException {
    assertThat(client.get("/redfish").body()).contains("\"v1\":\"/redfish/v1/\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {SYSTEM, "/redfish/v1/Systems", "/redfish/v1/SessionService/Sessions"})
  void everythingElseNeedsALogin(String path) throws IOException {
    HttpResponse<String> response = client.get(path);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValue("Basic realm=\"Redfish\"");
    assertThat(messageId(response)).endsWith("NoValidSession");
  }

  @Test
  void everyLinkLeadsSomewhereAndKnowsItsOwnName() throws IOException {
    Deque<String> open = new ArrayDeque<>(Set.of("/redfish/v1/"));
    Set<String> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      String uri = open.pop();
      HttpResponse<String> response = client.get(uri, basic(host));
      assertThat(response.statusCode()).as(uri).isEqualTo(200);
      assertThat(json(response).path("@odata.id").asText()).isEqualTo(uri);
      json(response).findValuesAsText("@odata.id").stream().filter(seen::add).forEach(open::push);
      json(response).findValuesAsText("@Redfish.ActionInfo").stream()
          .filter(seen::add)
          .forEach(open::push);
    }
    assertThat(seen).hasSizeGreaterThan(10).contains(SYSTEM, SYSTEM + "/ResetActionInfo");
  }

  @Test
  void theSystemSaysWhatIsInside() throws IOException {
    JsonNode system = json(client.get(SYSTEM, basic(host)));

    assertThat(system.path("UUID").asText()).isEqualTo(host.uuid().toString());
    assertThat(system.path("SerialNumber").asText()).isEqualTo(host.serial());
    assertThat(system.path("PowerState").asText()).isEqualTo("Off");
    assertThat(system.path("ProcessorSummary").path("CoreCount").asInt())
        .isEqualTo(host.hardware().totalCores());
    assertThat(system.path("MemorySummary").path("TotalSystemMemoryGiB").asInt())
        .isEqualTo(host.hardware().memory().totalGib());
  }

  @Test
  void theNicsHaveTheMachinesMacs() throws IOException {
    JsonNode nics = json(client.get(SYSTEM + "/EthernetInterfaces", basic(host)));

    assertThat(nics.path("Members@odata.count").asInt()).isEqualTo(host.macs().size());
    String first = nics.path("Members").path(0).path("@odata.id").asText();
    assertThat(json(client.get(first, basic(host))).path("MACAddress").asText())
        .isEqualTo(host.macs().getFirst());
  }

  @Test
  void aSlashAtTheEndMakesNoDifference() throws IOException {
    assertThat(client.get(SYSTEM + "/", basic(host)).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNotThereIsReportedWithItsUri() throws IOException {
    HttpResponse<String> response = client.get("/redfish/v1/Systems/2", basic(host));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(messageId(response)).endsWith("ResourceMissingAtURI");
    assertThat(response.body()).contains("/redfish/v1/Systems/2");
  }

  @Test
  void aMethodAResourceDoesNotHaveIsRefusedWithThoseItHas() throws IOException {
    HttpResponse<String> response = client.send("DELETE", SYSTEM, "", basic(host));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, PATCH");
  }

  @Test
  void headAnswersWithoutABody() throws IOException {
    HttpResponse<String> response = client.send("HEAD", SYSTEM, "", basic(host));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(client.get(SYSTEM, basic(host)).statusCode()).isEqualTo(200);
  }

  @Test
  void aForeignODataVersionIsRefused() throws IOException {
    assertThat(client.get("/redfish/v1/", "OData-Version", "3.0").statusCode()).isEqualTo(412);
    assertThat(client.get("/redfish/v1/", "OData-Version", "4.0").statusCode()).isEqualTo(200);
  }

  @Test
  void queriesAreNotSupportedAndSaySo() throws IOException {
    assertThat(client.get("/redfish/v1/Systems?$expand=*", basic(host)).statusCode())
        .isEqualTo(501);
  }

  @Test
  void anUnchangedResourceIsNotSentAgain() throws IOException {
    HttpResponse<String> first = client.get(SYSTEM + "/EthernetInterfaces", basic(host));
    String tag = first.headers().firstValue("ETag").orElseThrow();

    String[] login = basic(host);
    HttpResponse<String> second =
        client.get(SYSTEM + "/EthernetInterfaces", login[0], login[1], "If-None-Match", tag);

    assertThat(json(first).path("@odata.etag").asText()).isEqualTo(tag);
    assertThat(second.statusCode()).isEqualTo(304);
  }

  static String messageId(HttpResponse<String> response) {
    return json(response)
        .path("error")
        .path("@Message.ExtendedInfo")
        .path(0)
        .path("MessageId")
        .asText();
  }
}
