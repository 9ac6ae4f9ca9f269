package io.beskar7.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterfacesTest extends Fixture {
  private static final String NICS = FakeBmc.SYSTEM + "/EthernetInterfaces";

  @BeforeEach
  void link() {
    bmc.systemJson =
        json ->
            json.replaceFirst("\\{", "{\"EthernetInterfaces\":{\"@odata.id\":\"" + NICS + "\"},");
  }

  private void nics(String... bodies) {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < bodies.length; i++) {
      String path = NICS + "/" + i;
      members.append(i == 0 ? "" : ",").append("{\"@odata.id\":\"").append(path).append("\"}");
      bmc.rule("GET " + path, bodies[i].isEmpty() ? 404 : 200, bodies[i]);
    }
    bmc.rule("GET " + NICS, 200, "{\"Members\":[" + members + "]}");
  }

  @Test
  void onlyRealAddressesCount() {
    nics(
        """
        {"MACAddress":"AA-BB-CC-00-00-02","IPv4Addresses":[{"Address":"10.1.2.3"},{"Address":"0.0.0.0"}],
         "IPv6Addresses":[{"Address":"fe80::1/64"},{"Address":"2001:DB8::1/64"},{"Address":"::"}]}""",
        "{\"MACAddress\":\"aa:bb:cc:00:00:02\",\"IPv4Addresses\":[{\"Address\":\"N/A\"}]}",
        "{\"MACAddress\":\"Not Available\",\"PermanentMACAddress\":\"aa:bb:cc:00:00:01\"}",
        "{\"MACAddress\":\"\"}",
        "{\"MACAddress\":\"00:00:00:00:00:00\"}",
        "{\"MACAddress\":\"ff:ff:ff:ff:ff:ff\"}",
        "{\"MACAddress\":\"aa:bb:cc:00:00:09\",\"IPv4Addresses\":[{\"Address\":\"169.254.3.1\"}]}");
    assertThat(value(system().getNetworkAddresses()))
        .isEqualTo(
            new NetworkAddresses(
                List.of("aa:bb:cc:00:00:01", "aa:bb:cc:00:00:02"),
                List.of("10.1.2.3", "2001:db8:0:0:0:0:0:1"),
                List.of()));
  }

  @Test
  void whatCannotBeReadLeavesAGap() {
    nics("", "<html>", "{\"MACAddress\":\"aa:bb:cc:00:00:01\"}");
    assertThat(value(system().getNetworkAddresses()))
        .isEqualTo(
            new NetworkAddresses(
                List.of("aa:bb:cc:00:00:01"),
                List.of(),
                List.of(
                    "/redfish/v1/Systems/1/EthernetInterfaces/1 cannot be read",
                    "GET /redfish/v1/Systems/1/EthernetInterfaces/0 answered 404")));
  }

  @Test
  void aCollectionThatIsNotThereLeavesAGap() {
    assertThat(value(system().getNetworkAddresses()))
        .isEqualTo(
            new NetworkAddresses(
                List.of(),
                List.of(),
                List.of("GET /redfish/v1/Systems/1/EthernetInterfaces answered 404")));
  }

  @Test
  void aBmcThatStopsAnsweringIsAProblemNotAGap() {
    nics("{\"MACAddress\":\"aa:bb:cc:00:00:01\"}");
    bmc.rule("GET " + NICS + "/0", (seen, out, socket) -> FakeBmc.reset(socket));
    assertThat(problem(system().getNetworkAddresses()).cause()).isEqualTo(Cause.UNREACHABLE);
  }
}
