package io.beskar7.simulator.bmc;

import static io.beskar7.simulator.RawClient.basic;
import static io.beskar7.simulator.RawClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beskar7.simulator.RawClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeBmcTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.ofLiteral("127.9.0.9"), 0);

  @TempDir private Path folder;
  private TreeBmc bmc;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    write("", "{\"@odata.id\":\"/redfish/v1/\"}");
    write("odata", "{}");
    write("Systems/Node0", "{\"@odata.etag\":\"W/\\\"7\\\"\",\"PowerState\":\"On\"}");
    write("Broken", "{\"a\":1,}");
    bmc = TreeBmc.start(folder, ANY, "root", "pw");
    client = new RawClient(bmc.caPem(), bmc.address());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    bmc.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/redfish", "/redfish/v1", "/redfish/v1/", "/redfish/v1/odata"})
  void entryPointsNeedNoLogin(String path) throws IOException {
    assertThat(client.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void aResourceNeedsALoginAndComesWithItsTag() throws IOException {
    assertThat(client.get("/redfish/v1/Systems/Node0").statusCode()).isEqualTo(401);

    HttpResponse<String> system = client.get("/redfish/v1/Systems/Node0/", basic("root", "pw"));

    assertThat(json(system).path("PowerState").asText()).isEqualTo("On");
    assertThat(system.headers().firstValue("ETag")).hasValue("W/\"7\"");
  }

  @Test
  void whatWasCapturedBrokenIsServedBroken() throws IOException {
    assertThat(client.get("/redfish/v1/Broken", basic("root", "pw")).body())
        .isEqualTo("{\"a\":1,}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "POST", "DELETE", "PUT"})
  void nothingCanBeWritten(String method) throws IOException {
    assertThat(
            client
                .send(method, "/redfish/v1/Systems/Node0", "{}", basic("root", "pw"))
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void sessionsWork() throws IOException {
    HttpResponse<String> opened =
        client.send(
            "POST",
            "/redfish/v1/SessionService/Sessions",
            "{\"UserName\":\"root\",\"Password\":\"pw\"}");
    String token = opened.headers().firstValue("X-Auth-Token").orElseThrow();
    String location = opened.headers().firstValue("Location").orElseThrow();

    assertThat(client.get("/redfish/v1/Systems/Node0", "X-Auth-Token", token).statusCode())
        .isEqualTo(200);
    assertThat(client.send("DELETE", location, "", "X-Auth-Token", token).statusCode())
        .isEqualTo(204);
    assertThat(bmc.log().judge().leakedSessions()).isEmpty();
  }

  @Test
  void nothingOutsideTheTreeIsServed() {
    CapturedTree below = new CapturedTree(folder.resolve("Systems/Node0"));

    assertThat(below.find("/redfish/v1")).isPresent();
    assertThat(below.find("/redfish/v1/../..")).isEmpty();
    assertThat(below.find("/redfish/v1/" + folder)).isEmpty();
  }

  @Test
  void aFolderThatIsNoTreeIsRefused() {
    assertThatThrownBy(() -> TreeBmc.start(folder.resolve("Systems"), ANY, "root", "pw"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no index.json");
  }

  private void write(String path, String text) throws IOException {
    Path resource = Files.createDirectories(folder.resolve(path));
    Files.writeString(resource.resolve("index.json"), text);
  }
}
