package io.beskar7.simulator.bmc;

import static io.beskar7.simulator.RawClient.basic;
import static io.beskar7.simulator.RawClient.json;
import static io.beskar7.simulator.bmc.RedfishServiceTest.messageId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.simulator.RawClient;
import io.beskar7.simulator.TestFleets;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.persona.Persona;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginTest {
  private static final String SESSIONS = "/redfish/v1/SessionService/Sessions";
  private static final String SYSTEM = "/redfish/v1/Systems/1";

  private Fleet fleet;
  private SimulatedHost host;
  private RawClient client;

  @AfterEach
  void stop() throws IOException {
    client.close();
    fleet.close();
  }

  @Test
  void aSessionOpensWorksAndCloses() throws IOException {
    start(TestFleets.quick());

    HttpResponse<String> opened = login(host.password());
    String token = token(opened);
    String location = opened.headers().firstValue("Location").orElseThrow();

    assertThat(opened.statusCode()).isEqualTo(201);
    assertThat(json(opened).path("@odata.id").asText()).isEqualTo(location);
    assertThat(client.get(SYSTEM, "X-Auth-Token", token).statusCode()).isEqualTo(200);
    assertThat(client.send("DELETE", location, "", "X-Auth-Token", token).statusCode())
        .isEqualTo(204);
    assertThat(client.get(SYSTEM, "X-Auth-Token", token).statusCode()).isEqualTo(401);
    assertThat(fleet.judge().leakedSessions()).isEmpty();
  }

  @Test
  void aSessionLeftOpenIsALeak() throws IOException {
    start(TestFleets.quick());
    login(host.password());

    assertThat(fleet.judge().leakedSessions()).containsExactly(host.bmcLabel() + " 1");
    assertThat(host.state().openSessions()).isEqualTo(1);
  }

  @Test
  void aWrongPasswordIsRefusedAndCounted() throws IOException {
    start(TestFleets.quick());

    assertThat(login("wrong").statusCode()).isEqualTo(401);
    assertThat(client.get(SYSTEM, basic("admin", "wrong")).statusCode()).isEqualTo(401);
    assertThat(client.get(SYSTEM, basic("eve", "wrong")).statusCode()).isEqualTo(401);

    assertThat(fleet.judge().failedLogins())
        .containsEntry(host.bmcLabel() + " admin", 2L)
        .containsEntry(host.bmcLabel() + " eve", 1L);
  }

  @Test
  void theLogHoldsNoPasswordAndNoToken() throws IOException {
    start(TestFleets.quick());
    String token = token(login(host.password()));
    login("wrong-secret");
    client.get(SYSTEM, basic(host));

    assertThat(fleet.log().events().toString())
        .doesNotContain(token, host.password(), "wrong-secret");
  }

  @Test
  void sessionsBeyondTheLimitAreRefused() throws IOException {
    start(TestFleets.quick().with(new Persona.Sessions(2, Duration.ofMinutes(30))));
    login(host.password());
    login(host.password());

    HttpResponse<String> third = login(host.password());

    assertThat(third.statusCode()).isEqualTo(503);
    assertThat(messageId(third)).endsWith("SessionLimitExceeded");
  }

  @Test
  void anIdleSessionEnds() throws IOException {
    start(TestFleets.quick().with(new Persona.Sessions(2, Duration.ofMillis(50))));
    String token = token(login(host.password()));

    await().until(() -> host.state().openSessions() == 0);

    assertThat(client.get(SYSTEM, "X-Auth-Token", token).statusCode()).isEqualTo(401);
    assertThat(fleet.log().ofType(EventType.SESSION_CLOSED))
        .singleElement()
        .satisfies(event -> assertThat(event.text("cause")).isEqualTo("idle"));
  }

  @Test
  void afterTooManyFailuresEvenTheRightPasswordIsRefused() throws IOException {
    start(TestFleets.quick().with(new Persona.Lockout(2, Duration.ofHours(1))));
    login("wrong");
    login("wrong");

    assertThat(login(host.password()).statusCode()).isEqualTo(401);
  }

  @Test
  void aLockOutEnds() throws IOException {
    start(TestFleets.quick().with(new Persona.Lockout(2, Duration.ofMillis(200))));
    login("wrong");
    login("wrong");

    await().until(() -> login(host.password()).statusCode() == 201);
  }

  @Test
  void aChangedPasswordCountsAtOnceAndOldSessionsLiveOn() throws IOException {
    start(TestFleets.quick());
    String token = token(login(host.password()));

    host.setPassword("another");

    assertThat(login("beskar7-sim").statusCode()).isEqualTo(401);
    assertThat(login("another").statusCode()).isEqualTo(201);
    assertThat(client.get(SYSTEM, "X-Auth-Token", token).statusCode()).isEqualTo(200);
  }

  @Test
  void aStaleTokenIsNotSavedByAPasswordBesideIt() throws IOException {
    start(TestFleets.quick());
    String[] login = basic(host);

    assertThat(client.get(SYSTEM, login[0], login[1], "X-Auth-Token", "old").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aLoginWithoutItsPropertiesIsRefused() throws IOException {
    start(TestFleets.quick());

    assertThat(messageId(client.send("POST", SESSIONS, "{\"UserName\":\"admin\"}")))
        .endsWith("PropertyMissing");
    assertThat(messageId(client.send("POST", SESSIONS, "nonsense"))).endsWith("MalformedJSON");
  }

  private void start(Persona persona) throws IOException {
    fleet = Fleet.start(TestFleets.of(1).persona(persona));
    host = fleet.hosts().getFirst();
    client = new RawClient(fleet.caPem(), host.bmcAddress());
  }

  private HttpResponse<String> login(String password) throws IOException {
    return client.send(
        "POST", SESSIONS, "{\"UserName\":\"admin\",\"Password\":\"" + password + "\"}");
  }

  private static String token(HttpResponse<String> opened) {
    return opened.headers().firstValue("X-Auth-Token").orElseThrow();
  }
}
