package io.beskar7.it.input;

import static io.beskar7.it.input.Bench.CONNECTION;
import static io.beskar7.it.input.Bench.READY;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fault.FaultAction;
import io.beskar7.simulator.fault.FaultRule;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BMCs that are down, slow or talk nonsense: each is told apart, and each comes back by itself. */
class BmcTroubleIT {
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    bench = Bench.start(directory, FleetConfig.of(8), Map.of("bmc.requestTimeout", "30s"));
  }

  @AfterAll
  static void stop() throws Exception {
    bench.close();
  }

  @Test
  void aBmcThatIsDownIsUnreachableAndEnrolledWhenItIsUp() throws Exception {
    SimulatedHost server = bench.take();
    server.down();
    bench.apply(server, host -> {});
    troubled(
        server,
        "False/BMCUnreachable/%s: it refuses the connection (GET /redfish/v1/): check that the BMC is up and its address and port can be reached from here"
            .formatted(server.bmcAddress()));
    server.up();
    recovers(server);
  }

  @Test
  void aBmcThatNeverAnswersIsTooSlow() {
    faulty(
        new FaultAction.Hang(),
        "False/BMCTimeout/%s: it did not answer in full in time (GET /redfish/v1/): check the BMC's load and network: it answers too slowly");
  }

  @Test
  void aBmcWhoseAnswersTrickleIsTooSlow() {
    faulty(
        new FaultAction.Slow(1),
        "False/BMCTimeout/%s: it did not answer in full in time (GET /redfish/v1/): check the BMC's load and network: it answers too slowly");
  }

  @Test
  void aBmcThatResetsConnectionsIsUnreachable() {
    faulty(
        new FaultAction.Reset(false),
        "False/BMCUnreachable/%s: the connection was lost before the answer was whole (GET /redfish/v1/): check that the BMC is up and its address and port can be reached from here");
  }

  @Test
  void aBmcThatSendsWhatIsNotHttpIsToldSo() {
    faulty(
        new FaultAction.Garbage(),
        "False/UnexpectedAnswer/%s: what it answers is not HTTP (GET /redfish/v1/): check the BMC's log and firmware: its answer makes no sense");
  }

  @Test
  void whatIsNotARedfishServiceIsToldSo() {
    faulty(
        new FaultAction.WrongContent("<html>welcome</html>"),
        "False/NotRedfish/%s: there is no Redfish service (GET /redfish/v1/ answered no JSON object): check the address: what answers there is not a Redfish service");
  }

  private static void faulty(FaultAction action, String expected) {
    SimulatedHost server = bench.take();
    String name = action.toString() + server.name();
    bench.rack.fleet().faults().add(FaultRule.always(name, action).at(server.bmcLabel()));
    bench.apply(server, host -> {});
    troubled(server, expected.formatted(server.bmcAddress()));
    bench.rack.fleet().faults().remove(name);
    recovers(server);
  }

  private static void troubled(SimulatedHost server, String expected) {
    bench.says(server, CONNECTION, expected);
    bench.says(server, READY, expected);
    assertThat(Rack.stateOf(bench.rack.host(server.name()))).isEqualTo(HostState.ERROR);
  }

  private static void recovers(SimulatedHost server) {
    bench.available(server);
    bench.says(server, CONNECTION, "True/Connected/");
  }
}
