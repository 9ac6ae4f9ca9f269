package io.beskar7.simulator.bmc;

import static io.beskar7.simulator.RawClient.basic;
import static io.beskar7.simulator.bmc.RedfishServiceTest.messageId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.simulator.RawClient;
import io.beskar7.simulator.TestFleets;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.beskar7.simulator.persona.Delays;
import io.beskar7.simulator.persona.Persona;
import io.beskar7.simulator.persona.Persona.RedundantReset;
import io.beskar7.simulator.persona.Personas;
import io.beskar7.simulator.persona.Range;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonaHabitsTest {
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
  void aRedundantResetMayBeAConflict() throws IOException {
    start(TestFleets.quick().with(RedundantReset.CONFLICT));

    HttpResponse<String> response = reset("ForceOff");

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(messageId(response)).endsWith("ActionParameterValueConflict");
  }

  @Test
  void ifMatchMayBeRequired() throws IOException {
    start(TestFleets.quick().withIfMatchRequired());
    String body = "{\"Boot\":{\"BootSourceOverrideEnabled\":\"Disabled\"}}";
    String[] login = basic(host);

    assertThat(client.send("PATCH", SYSTEM, body, login).statusCode()).isEqualTo(428);
    assertThat(client.send("PATCH", SYSTEM, body, login[0], login[1], "If-Match", "*").statusCode())
        .isEqualTo(200);
  }

  @Test
  void onIsTooEarlyWhileThePowerGoes() throws IOException {
    Range soon = Range.of(Duration.ofMillis(20));
    Range never = Range.of(Duration.ofHours(1));
    start(TestFleets.quick().with(new Delays(soon, never, soon, soon, soon, soon, soon, soon)));
    reset("On");
    await().until(() -> host.state().power().equals("On"));
    reset("ForceOff");

    assertThat(host.state().power()).isEqualTo("PoweringOff");
    assertThat(reset("On").statusCode()).isEqualTo(409);
  }

  @Test
  void theGenericPersonaReadsAsItIsWritten() throws IOException {
    start(TestFleets.quick());
    Persona generic = Personas.generic();

    assertThat(generic.resetTypes()).contains("On", "ForceOff", "GracefulShutdown");
    assertThat(generic.sessions().limit()).isEqualTo(16);
    assertThat(generic.delays().post().min()).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void delaysStayWithinTheirRange() throws IOException {
    start(TestFleets.quick());
    Range range = Range.parse("PT2S..PT4S");
    Random random = new Random(1);

    for (int i = 0; i < 1000; i++) {
      assertThat(range.pick(random)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }
    assertThat(Range.parse("PT7S").pick(random)).isEqualTo(Duration.ofSeconds(7));
  }

  private void start(Persona persona) throws IOException {
    fleet = Fleet.start(TestFleets.of(1).persona(persona));
    host = fleet.hosts().getFirst();
    client = new RawClient(fleet.caPem(), host.bmcAddress());
  }

  private HttpResponse<String> reset(String type) throws IOException {
    return client.send(
        "POST",
        SYSTEM + "/Actions/ComputerSystem.Reset",
        "{\"ResetType\":\"" + type + "\"}",
        basic(host));
  }
}
