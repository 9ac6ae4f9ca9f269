package io.beskar7.simulator.walk;

import static io.beskar7.simulator.RawClient.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.simulator.RawClient;
import io.beskar7.simulator.TestFleets;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.log.LogEvent;
import io.beskar7.simulator.machine.MachineState.Phase;
import io.beskar7.simulator.persona.Delays;
import io.beskar7.simulator.persona.Personas;
import io.beskar7.simulator.persona.Range;
import io.beskar7.simulator.walk.FakeBootServer.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One host, a boot server, and a hundred simulated seconds to the second. */
abstract class WalkFixture {
  static final String SYSTEM = "/redfish/v1/Systems/1";
  static final String OS = "/images/os.img";

  FakeBootServer boot;
  Fleet fleet;
  SimulatedHost host;
  RawClient client;

  FleetConfig config() {
    return TestFleets.of(1)
        .timeScale(100)
        .bootUrl(boot.bootUrl())
        .persona(Personas.generic().with(Delays.all(Range.of(Duration.ofSeconds(1)))));
  }

  @BeforeEach
  void start() throws IOException {
    boot = new FakeBootServer();
    fleet = Fleet.start(config());
    host = fleet.hosts().getFirst();
    client = new RawClient(fleet.caPem(), host.bmcAddress());
    boot.script = uri -> new Reply(200, install(OS, fleet.imageDigest(OS)));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    fleet.close();
    boot.close();
  }

  String install(String path, String digest) {
    return script(boot.parameters(host.name(), fleet.imageServerUrl() + path, digest));
  }

  String script(String parameters) {
    return "#!ipxe\nkernel "
        + fleet.imageServerUrl()
        + "/images/inspector/vmlinuz "
        + parameters
        + "\ninitrd "
        + fleet.imageServerUrl()
        + "/images/inspector/initrd.img\nboot\n";
  }

  void bootFromNetwork() throws IOException {
    String pxe =
        "{\"Boot\":{\"BootSourceOverrideTarget\":\"Pxe\",\"BootSourceOverrideEnabled\":\"Once\"}}";
    assertThat(client.send("PATCH", SYSTEM, pxe, basic(host)).statusCode()).isEqualTo(200);
    reset("On");
  }

  void reset(String type) throws IOException {
    String body = "{\"ResetType\":\"" + type + "\"}";
    assertThat(
            client
                .send("POST", SYSTEM + "/Actions/ComputerSystem.Reset", body, basic(host))
                .statusCode())
        .isEqualTo(204);
  }

  void awaitStep(String step) {
    await().until(() -> steps().contains(step));
  }

  void awaitPhase(Phase phase) {
    await().until(() -> host.state().machine().phase() == phase);
  }

  void awaitPower(String power) {
    await().until(() -> host.state().power().equals(power));
  }

  List<String> steps() {
    return fleet.log().ofType(EventType.BOOT_STEP).stream().map(e -> e.text("step")).toList();
  }

  LogEvent step(String name) {
    return fleet.log().ofType(EventType.BOOT_STEP).stream()
        .filter(event -> event.has("step", name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no step " + name + " in " + steps()));
  }
}
