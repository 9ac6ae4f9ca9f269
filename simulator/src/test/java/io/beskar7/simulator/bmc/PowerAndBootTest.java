package io.beskar7.simulator.bmc;

import static io.beskar7.simulator.RawClient.basic;
import static io.beskar7.simulator.RawClient.json;
import static io.beskar7.simulator.bmc.RedfishServiceTest.messageId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.simulator.RawClient;
import io.beskar7.simulator.TestFleets;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.beskar7.simulator.log.EventType;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerAndBootTest {
  private static final String SYSTEM = "/redfish/v1/Systems/1";
  private static final String RESET = SYSTEM + "/Actions/ComputerSystem.Reset";
  private static final String PXE_ONCE =
      """
      {"Boot":{"BootSourceOverrideTarget":"Pxe","BootSourceOverrideEnabled":"Once",\
      "BootSourceOverrideMode":"UEFI"}}""";

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

  @Test
  void powerPassesThroughItsTransitionsBothWays() throws IOException {
    assertThat(reset("On").statusCode()).isEqualTo(204);
    awaitPower("On");
    assertThat(reset("ForceOff").statusCode()).isEqualTo(204);
    awaitPower("Off");

    assertThat(powerStates()).containsExactly("PoweringOn", "On", "PoweringOff", "Off");
  }

  @Test
  void aRestartPassesThroughOff() throws IOException {
    reset("On");
    awaitPower("On");

    reset("ForceRestart");

    await().until(() -> powerStates().size() == 6);
    assertThat(powerStates())
        .containsExactly("PoweringOn", "On", "PoweringOff", "Off", "PoweringOn", "On");
    assertThat(fleet.judge().powerOns()).containsEntry("host-0001", 2L);
  }

  @Test
  void nothingListensToThePowerButtonBeforeAnOperatingSystemRuns() throws IOException {
    reset("On");
    awaitPower("On");

    assertThat(reset("GracefulShutdown").statusCode()).isEqualTo(204);

    assertThat(power()).isEqualTo("On");
    assertThat(powerStates()).containsExactly("PoweringOn", "On");
  }

  @Test
  void aResetThatChangesNothingIsAcceptedAndMarkedInTheLog() throws IOException {
    assertThat(reset("ForceOff").statusCode()).isEqualTo(204);

    assertThat(fleet.log().ofType(EventType.POWER_COMMAND))
        .singleElement()
        .satisfies(event -> assertThat(event.has("redundant", "true")).isTrue());
    assertThat(powerStates()).isEmpty();
  }

  @Test
  void aPowerCutIsSeenByRedfish() throws IOException {
    reset("On");
    awaitPower("On");

    host.cutPower();

    assertThat(power()).isEqualTo("Off");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"ResetType\":\"Nmi\"} | ActionParameterValueNotInList",
        "{}                      | ActionParameterMissing",
        "{                       | MalformedJSON",
        "[]                      | MalformedJSON"
      })
  void badResetsAreRefused(String body, String message) throws IOException {
    HttpResponse<String> response = client.send("POST", RESET, body, basic(host));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(messageId(response)).endsWith(message);
  }

  @Test
  void theOverrideIsReadBackAsWritten() throws IOException {
    assertThat(patch(PXE_ONCE).statusCode()).isEqualTo(200);

    JsonNode boot = json(client.get(SYSTEM, basic(host))).path("Boot");
    assertThat(boot.path("BootSourceOverrideTarget").asText()).isEqualTo("Pxe");
    assertThat(boot.path("BootSourceOverrideEnabled").asText()).isEqualTo("Once");
  }

  @Test
  void aOneTimeOverrideIsUsedUpWhenTheSelfTestStartsAndNotBefore() throws IOException {
    patch(PXE_ONCE);
    assertThat(host.state().override().enabled()).isEqualTo("Once");

    reset("On");

    await().until(() -> host.state().override().enabled().equals("Disabled"));
    assertThat(fleet.log().ofType(EventType.BOOT_STEP).getFirst().text("bootSource"))
        .isEqualTo("network");
  }

  @Test
  void aContinuousOverrideStays() throws IOException {
    patch(PXE_ONCE.replace("Once", "Continuous"));
    reset("On");

    await().until(() -> !fleet.log().ofType(EventType.BOOT_STEP).isEmpty());
    assertThat(host.state().override().target()).isEqualTo("Pxe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Boot\":{\"BootSourceOverrideTarget\":\"Moon\"}}       | PropertyValueNotInList",
        "{\"Boot\":{\"BootSourceOverrideTarget\":1}}              | PropertyValueNotInList",
        "{\"Boot\":{\"BootSourceOverrideTargets\":\"Pxe\"}}       | PropertyUnknown",
        "{\"Boot\":{\"BootSourceOverrideMode@Redfish.AllowableValues\":[]}} | PropertyNotWritable",
        "{\"PowerState\":\"On\"}                                  | PropertyNotWritable",
        "{\"Colour\":\"red\"}                                     | PropertyUnknown",
        "{\"Boot\":[]}                                            | PropertyValueTypeError",
        "{}                                                       | NoOperation"
      })
  void badPatchesAreRefusedAndChangeNothing(String body, String message) throws IOException {
    HttpResponse<String> response = patch(body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(messageId(response)).endsWith(message);
    assertThat(host.state().override().enabled()).isEqualTo("Disabled");
  }

  @Test
  void aPatchWithAStaleTagIsRefused() throws IOException {
    String tag = client.get(SYSTEM, basic(host)).headers().firstValue("ETag").orElseThrow();
    String[] login = basic(host);

    int first =
        client.send("PATCH", SYSTEM, PXE_ONCE, login[0], login[1], "If-Match", tag).statusCode();
    HttpResponse<String> second =
        client.send("PATCH", SYSTEM, PXE_ONCE, login[0], login[1], "If-Match", tag);

    assertThat(first).isEqualTo(200);
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(messageId(second)).endsWith("PreconditionFailed");
  }

  private HttpResponse<String> reset(String type) throws IOException {
    return client.send("POST", RESET, "{\"ResetType\":\"" + type + "\"}", basic(host));
  }

  private HttpResponse<String> patch(String body) throws IOException {
    return client.send("PATCH", SYSTEM, body, basic(host));
  }

  private String power() throws IOException {
    return json(client.get(SYSTEM, basic(host))).path("PowerState").asText();
  }

  private void awaitPower(String state) {
    await().until(() -> power().equals(state));
  }

  private List<String> powerStates() {
    return fleet.log().ofType(EventType.POWER_STATE).stream().map(e -> e.text("to")).toList();
  }
}
