package io.beskar7.it.input;

import static io.beskar7.it.input.Bench.CONNECTION;
import static io.beskar7.it.input.Bench.READY;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.host.HostState;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users do to a host while a machine holds it. */
class ClaimedHostIT {
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    bench = Bench.start(directory, FleetConfig.of(6), Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    bench.close();
  }

  @Test
  void anotherBmcAddressIsNotFollowedWhileAMachineHoldsTheHost() {
    SimulatedHost server = running("moved");
    SimulatedHost other = bench.take();
    String changed =
        "False/AddressChangedWhileClaimed/spec.redfishConnection names another BMC or system than"
            + " the one the machine runs on: set it back, or let the machine go first";

    bench.edit(server, host -> host.getSpec().redfishConnection.address = address(other));
    bench.says(server, CONNECTION, changed);
    bench.rack.deleteMachine("moved");
    bench.says(server, READY, changed);
    assertThat(Rack.stateOf(bench.rack.host(server.name()))).isEqualTo(HostState.CLEANING);
    assertThat(bench.rack.machine("moved")).isNotNull();
    assertThat(bench.rack.fleet().state(server.name()).power()).isEqualTo("On");

    bench.edit(server, host -> host.getSpec().redfishConnection.address = address(server));
    bench.rack.awaitGone("moved");
    bench.backInTheRack(server);
    assertThat(bench.rack.fleet().judge().powerOns()).doesNotContainKey(other.name());
  }

  @Test
  void aHostIsNotDeletedWhileAMachineHoldsIt() {
    SimulatedHost server = running("holder");
    bench.rack.client().resource(bench.rack.host(server.name())).delete();
    bench.says(
        server, READY, "False/DeletionBlocked/a machine holds this host: delete the machine first");
    bench.phase("holder", MachinePhase.PROVISIONED);
    assertThat(bench.rack.fleet().state(server.name()).power()).isEqualTo("On");

    bench.rack.deleteMachine("holder");
    bench.rack.awaitGone("holder");
    Rack.await().until(() -> bench.rack.host(server.name()) == null);
    assertThat(bench.rack.fleet().state(server.name()).power()).isEqualTo("Off");
  }

  @Test
  void aMachineLeavesADeadBmcOnlyByForceAndTheServerIsPoweredOffLater() throws Exception {
    SimulatedHost server = running("stuck");
    server.down();
    bench.rack.deleteMachine("stuck");
    String unreachable = "False/BMCUnreachable/";
    String down =
        bench
            .saysAs(
                server,
                READY,
                unreachable
                    + Pattern.quote(
                        server.bmcAddress() + ": it refuses the connection (GET /redfish/v1/")
                    + "\\S*"
                    + Pattern.quote(
                        "): check that the BMC is up and its address and port can be reached from"
                            + " here"))
            .substring(unreachable.length());
    bench.says(
        "stuck",
        READY,
        "False/Deleting/host default/%s is being powered off and cleaned: BMCUnreachable: %s; annotation beskar7.io/force-release on the machine gives the host back all the same"
            .formatted(server.name(), down));

    bench.editMachine(
        "stuck",
        machine -> machine.getMetadata().setAnnotations(Map.of(Annotations.FORCE_RELEASE, "true")));
    bench.rack.awaitGone("stuck");
    assertThat(bench.rack.host(server.name()).getSpec().consumerRef).isNull();
    bench.says(server, READY, unreachable + down);
    assertThat(Rack.stateOf(bench.rack.host(server.name()))).isEqualTo(HostState.CLEANING);

    server.up();
    bench.backInTheRack(server);
  }

  private static SimulatedHost running(String machine) {
    SimulatedHost server = bench.enrolled();
    bench.machine(machine, server);
    bench.phase(machine, MachinePhase.PROVISIONED);
    bench.state(server, HostState.READY);
    return server;
  }

  private static String address(SimulatedHost server) {
    return server.bmcAddress().toString();
  }
}
