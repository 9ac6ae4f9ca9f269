package io.beskar7.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WalkTest extends Fixture {

  @Test
  void aSystemIsReadOverASessionThatIsDeletedAtTheEnd() {
    RedfishClient client = client();
    SystemInfo info = value(client.system(null, pace).getSystemInfo());
    client.close(pace);

    assertThat(info)
        .isEqualTo(
            new SystemInfo(
                FakeBmc.SYSTEM,
                "Acme",
                "Acme",
                "M1",
                "S1",
                null,
                "U1",
                null,
                "OK",
                Power.ON,
                64,
                131072L,
                true));
    assertThat(bmc.server.lines())
        .containsExactly(
            "GET /redfish/v1/",
            "POST /redfish/v1/SessionService/Sessions",
            "GET /redfish/v1/Systems",
            "GET /redfish/v1/Systems/1",
            "DELETE /redfish/v1/SessionService/Sessions/1");
  }

  @Test
  void aNetworkBootIsOffThenOverrideThenOn() {
    RedfishSystem system = system();

    assertThat(value(system.setPowerState(PowerRequest.FORCE_OFF))).isEqualTo(Power.OFF);
    assertThat(value(system.setBootSourcePXE()))
        .isEqualTo(new BootOverride(FakeBmc.SYSTEM, "UEFI", false));
    assertThat(value(system.setPowerState(PowerRequest.ON))).isEqualTo(Power.ON);
    assertThat(bmc.boot)
        .containsEntry("BootSourceOverrideTarget", "Pxe")
        .containsEntry("BootSourceOverrideEnabled", "Once");
  }

  @Test
  void whatIsReachedAlreadyIsNotAskedForAgain() {
    RedfishSystem system = system();
    value(system.setBootSourcePXE());
    value(system.setBootSourcePXE());
    value(system.setPowerState(PowerRequest.ON));

    assertThat(bmc.count("PATCH " + FakeBmc.SYSTEM)).isEqualTo(1);
    assertThat(bmc.count("POST " + FakeBmc.RESET)).isZero();
  }

  @Test
  void aRequestSaysWhatRedfishAsksAndNoMore() {
    value(system().setPowerState(PowerRequest.FORCE_OFF));

    FakeServer.Seen post = bmc.server.seen().getLast();
    FakeServer.Seen reset =
        bmc.server.seen().stream()
            .filter(seen -> seen.line().equals("POST " + FakeBmc.RESET))
            .findFirst()
            .orElseThrow();
    assertThat(post.headers()).containsEntry("OData-Version", "4.0");
    assertThat(reset.headers())
        .containsEntry("Content-Type", "application/json")
        .doesNotContainKeys("If-Match", "Accept-Encoding", "Authorization", "Upgrade");
    assertThat(reset.body()).isEqualTo("{\"ResetType\":\"ForceOff\"}");
  }
}
