package io.beskar7.simulator.walk;

import static io.beskar7.simulator.RawClient.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.simulator.RawClient;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.beskar7.simulator.machine.MachineState.Phase;
import io.beskar7.simulator.walk.FakeBootServer.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ManyMachinesTest extends WalkFixture {
  private static final int HOSTS = 40;

  @Override
  FleetConfig config() {
    return FleetConfig.of(HOSTS)
        .baseAddress("127.9.1.1")
        .port(0)
        .timeScale(100)
        .provisionedCallback(false)
        .bootUrl(boot.bootUrl());
  }

  @Test
  void aRackInstallsAtOnceAndCrossedMachinesShowThemselves() throws IOException {
    SimulatedHost one = fleet.host("host-0001");
    SimulatedHost two = fleet.host("host-0002");
    one.swapMachine(two);
    boot.script = uri -> new Reply(200, installOn(uri.getQuery()));
    for (SimulatedHost each : fleet.hosts()) {
      on(each);
    }

    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                fleet.hosts().stream().allMatch(each -> each.state().machine().phoneHomes() == 1));
    assertThat(fleet.hosts()).allMatch(each -> each.state().machine().phase() == Phase.OS);
    assertThat(fleet.judge().imageWrites()).hasSize(HOSTS);
    assertThat(fleet.judge().powerOns().values()).containsOnly(1L);
    assertThat(fleet.judge().imagedTwice()).isEmpty();
    assertThat(boot.calls("provisioned")).isEmpty();
    assertThat(boot.calls("inspection"))
        .filteredOn(call -> call.host().equals("host-0001"))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains(one.uuid().toString()));
    assertThat(one.state().machine().run()).isNotEqualTo("host-0001");
  }

  /** The host whose MAC address asks; its name is the run. */
  private String installOn(String query) {
    SimulatedHost asking =
        fleet.hosts().stream()
            .filter(each -> query.contains(each.macs().getFirst()))
            .findFirst()
            .orElseThrow();
    String parameters =
        boot.parameters(asking.name(), fleet.imageServerUrl() + OS, fleet.imageDigest(OS));
    return script(parameters + " beskar7.run=" + asking.name());
  }

  private void on(SimulatedHost each) throws IOException {
    try (RawClient bmc = new RawClient(fleet.caPem(), each.bmcAddress())) {
      bmc.send(
          "POST", SYSTEM + "/Actions/ComputerSystem.Reset", "{\"ResetType\":\"On\"}", basic(each));
    }
  }
}
