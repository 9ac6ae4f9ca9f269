package io.beskar7.simulator.fleet;

import static io.beskar7.simulator.RawClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.simulator.RawClient;
import io.beskar7.simulator.TestFleets;
import io.beskar7.simulator.fault.AgentFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminFaceTest {
  @TempDir private Path folder;
  private Fleet fleet;
  private RawClient admin;
  private RawClient bmc;

  @BeforeEach
  void start() throws IOException {
    Path file = folder.resolve("admin.url");
    fleet = Fleet.start(TestFleets.of(2).adminFile(file));
    admin = new RawClient(fleet.caPem(), URI.create(Files.readString(file).strip()));
    bmc = new RawClient(fleet.caPem(), fleet.hosts().getFirst().bmcAddress());
  }

  @AfterEach
  void stop() throws IOException {
    admin.close();
    bmc.close();
    fleet.close();
  }

  @Test
  void theFleetIsListedWithoutPasswords() throws IOException {
    HttpResponse<String> response = admin.get("/fleet");

    assertThat(json(response).path("hosts")).hasSize(2);
    assertThat(json(response).path("caPem").asText()).isEqualTo(fleet.caPem());
    assertThat(response.body()).doesNotContain(fleet.hosts().getFirst().password());
  }

  @Test
  void aHostSaysWhatItIsDoing() throws IOException {
    JsonNode host = json(admin.get("/hosts/host-0002"));

    assertThat(host.path("power").asText()).isEqualTo("Off");
    assertThat(host.path("machine").path("phase").asText()).isEqualTo("OFF");
    assertThat(host.path("uuid").asText()).isEqualTo(fleet.host("host-0002").uuid().toString());
  }

  @Test
  void aBmcGoesDownAndComesUp() throws IOException {
    assertThat(post("/hosts/host-0001/down", "").statusCode()).isEqualTo(204);
    assertThatThrownBy(() -> bmc.get("/redfish/v1/")).isInstanceOf(ConnectException.class);

    assertThat(post("/hosts/host-0001/up", "").statusCode()).isEqualTo(204);
    assertThat(bmc.get("/redfish/v1/").statusCode()).isEqualTo(200);
  }

  @Test
  void faultsAreArmedAndDisarmed() throws IOException {
    post("/hosts/host-0001/faults", "{\"action\":\"status\",\"status\":502,\"body\":\"<html>\"}");
    assertThat(bmc.get("/redfish/v1/").statusCode()).isEqualTo(502);

    admin.send("DELETE", "/faults", "");
    assertThat(bmc.get("/redfish/v1/").statusCode()).isEqualTo(200);
  }

  @Test
  void anAgentCanBeSilenced() throws IOException {
    post("/hosts/host-0001/faults", "{\"agent\":\"NEVER_REPORTS\"}");

    assertThat(fleet.faults().agent("host-0001")).isEqualTo(AgentFault.NEVER_REPORTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/hosts/host-7/down        | {}                                   | 404",
        "/hosts/host-0001/explode  | {}                                   | 404",
        "/nowhere                  | {}                                   | 404",
        "/hosts/host-0001/faults   | {\"action\":\"smile\"}               | 400",
        "/hosts/host-0001/faults   | {\"agent\":\"SMILES\"}               | 400",
        "/hosts/host-0001/faults   | {\"action\":\"delay\",\"delay\":\"1\"} | 400",
        "/hosts/host-0001/faults   | nonsense                             | 400"
      })
  void nonsenseIsRefused(String path, String body, int status) throws IOException {
    HttpResponse<String> response = post(path, body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).path("error").asText()).isNotEmpty();
  }

  @Test
  void browsersAreTurnedAway() throws IOException {
    assertThat(admin.get("/fleet", "Origin", "http://evil.example").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> post(String path, String body) throws IOException {
    return admin.send("POST", path, body);
  }
}
