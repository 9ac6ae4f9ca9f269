package io.beskar7.simulator.fleet;

import static io.beskar7.simulator.RawClient.basic;
import static io.beskar7.simulator.RawClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.simulator.RawClient;
import io.beskar7.simulator.TestFleets;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.log.JudgeLog;
import io.beskar7.simulator.log.LogEvent;
import io.beskar7.simulator.persona.Personas;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {
  private static final String SYSTEMS = "/redfish/v1/Systems";

  @Test
  void everyHostHasAnAddressAndAnIdentityOfItsOwn() throws IOException {
    try (Fleet fleet = Fleet.start(TestFleets.of(20))) {
      List<SimulatedHost> hosts = fleet.hosts();
      assertThat(hosts).extracting(SimulatedHost::bmcAddress).doesNotHaveDuplicates().hasSize(20);
      assertThat(hosts).extracting(SimulatedHost::uuid).doesNotHaveDuplicates();
      assertThat(hosts).extracting(SimulatedHost::serial).doesNotHaveDuplicates();
      assertThat(hosts.stream().flatMap(host -> host.macs().stream())).doesNotHaveDuplicates();
      assertThat(hosts.getFirst().bmcAddress().getHost()).isEqualTo("127.9.0.1");
      assertThat(hosts.getLast().bmcAddress().getHost()).isEqualTo("127.9.0.20");
      assertThat(hosts.stream().map(SimulatedHost::zone).collect(Collectors.toSet()))
          .isEqualTo(Set.of("zone-a", "zone-b", "zone-c"));
    }
  }

  @Test
  void theSameSeedGivesTheSameFleet() throws IOException {
    try (Fleet one = Fleet.start(TestFleets.of(5).seed(7));
        Fleet two = Fleet.start(TestFleets.of(5).seed(7));
        Fleet other = Fleet.start(TestFleets.of(5).seed(8))) {
      assertThat(hardware(one))
          .isEqualTo(hardware(two))
          .doesNotContainAnyElementsOf(hardware(other));
      assertThat(one.imageDigest("/images/os.img"))
          .isEqualTo(two.imageDigest("/images/os.img"))
          .isNotEqualTo(other.imageDigest("/images/os.img"));
    }
  }

  @Test
  void aBmcMayHaveSeveralSystems() throws IOException {
    try (Fleet fleet = Fleet.start(TestFleets.of(6).hostsPerBmc(4))) {
      SimulatedHost third = fleet.host("host-0003");
      SimulatedHost fifth = fleet.host("host-0005");

      try (RawClient client = new RawClient(fleet.caPem(), third.bmcAddress())) {
        JsonNode systems = json(client.get(SYSTEMS, basic(third)));
        assertThat(systems.path("Members@odata.count").asInt()).isEqualTo(4);
        assertThat(systems.path("Members").path(2).path("@odata.id").asText())
            .isEqualTo(SYSTEMS + "/" + third.systemId());
        assertThat(json(client.get(SYSTEMS + "/3", basic(third))).path("UUID").asText())
            .isEqualTo(third.uuid().toString());
      }
      assertThat(fleet.host("host-0004").bmcAddress()).isEqualTo(third.bmcAddress());
      assertThat(fifth.bmcAddress()).isNotEqualTo(third.bmcAddress());
      assertThat(fifth.systemId()).isEqualTo("1");
    }
  }

  @Test
  void aBmcMayHaveNoListOfNics() throws IOException {
    try (Fleet fleet = Fleet.start(TestFleets.of(1).persona(TestFleets.quick().withoutNicList()))) {
      SimulatedHost host = fleet.hosts().getFirst();
      try (RawClient client = new RawClient(fleet.caPem(), host.bmcAddress())) {
        assertThat(json(client.get(SYSTEMS + "/1", basic(host))).has("EthernetInterfaces"))
            .isFalse();
        assertThat(client.get(SYSTEMS + "/1/EthernetInterfaces", basic(host)).statusCode())
            .isEqualTo(404);
      }
    }
  }

  @Test
  void aBmcThatIsDownRefusesAndForgetsItsSessions() throws IOException {
    try (Fleet fleet = Fleet.start(TestFleets.of(2))) {
      SimulatedHost host = fleet.hosts().getFirst();
      try (RawClient client = new RawClient(fleet.caPem(), host.bmcAddress());
          RawClient other = new RawClient(fleet.caPem(), fleet.hosts().getLast().bmcAddress())) {
        String login = "{\"UserName\":\"admin\",\"Password\":\"" + host.password() + "\"}";
        client.send("POST", "/redfish/v1/SessionService/Sessions", login);

        host.down();

        assertThatThrownBy(() -> client.get("/redfish/v1/")).isInstanceOf(ConnectException.class);
        assertThat(other.get("/redfish/v1/").statusCode()).isEqualTo(200);
        host.up();
        assertThat(client.get("/redfish/v1/").statusCode()).isEqualTo(200);
        assertThat(host.state().openSessions()).isZero();
        assertThat(fleet.judge().leakedSessions()).isEmpty();
      }
    }
  }

  @Test
  void aClientThatTrustsAnotherAuthorityIsNotServed() throws IOException {
    try (Fleet fleet = Fleet.start(TestFleets.of(1));
        Fleet other = Fleet.start(TestFleets.of(1).publicTestCa(true));
        RawClient client = new RawClient(other.caPem(), fleet.hosts().getFirst().bmcAddress())) {
      assertThatThrownBy(() -> client.get("/redfish/v1/"))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void crossedCablesLeaveTheBmcBelievingWhatItBelieved() throws IOException {
    try (Fleet fleet = Fleet.start(TestFleets.of(2))) {
      SimulatedHost one = fleet.host("host-0001");
      SimulatedHost two = fleet.host("host-0002");
      String before = one.serial();

      one.swapMachine(two);

      assertThat(one.serial()).isEqualTo(before);
      assertThat(one.machine().hardware()).isEqualTo(two.hardware());
      assertThat(two.machine().hardware()).isEqualTo(one.hardware());
      assertThat(fleet.log().ofType(EventType.EDIT)).hasSize(2);
    }
  }

  @Test
  void twoFleetsOnOneAddressAndPortCollideWithAClearMessage() throws IOException {
    try (Fleet fleet = Fleet.start(TestFleets.of(1))) {
      int port = fleet.hosts().getFirst().bmcAddress().getPort();

      assertThatThrownBy(() -> Fleet.start(TestFleets.of(1).port(port)))
          .isInstanceOf(BindException.class)
          .hasMessageContaining("cannot listen on /127.9.0.1:" + port);
    }
  }

  @Test
  void anUnknownHostIsNamed() throws IOException {
    try (Fleet fleet = Fleet.start(TestFleets.of(1))) {
      assertThatThrownBy(() -> fleet.host("host-9"))
          .isInstanceOf(NoSuchElementException.class)
          .hasMessage("host: host-9 is unknown; there are 1, host-0001 the first");
    }
  }

  @Test
  void theLogFileSaysWhatTheLogSays(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("log.jsonl");
    try (Fleet fleet = Fleet.start(TestFleets.of(1).logFile(file))) {
      SimulatedHost host = fleet.hosts().getFirst();
      try (RawClient client = new RawClient(fleet.caPem(), host.bmcAddress())) {
        client.get(SYSTEMS + "/1", basic(host));
      }
      List<LogEvent> read = JudgeLog.read(file).events();

      assertThat(read).extracting(LogEvent::type).contains("login", "system-read", "request");
      assertThat(read)
          .extracting(LogEvent::toString)
          .isEqualTo(fleet.log().events().stream().map(LogEvent::toString).toList());
    }
  }

  @Test
  void configurationThatCannotBeIsRefusedByName() {
    assertThatThrownBy(() -> FleetConfig.of(0)).hasMessage("hosts: 0 is not within 1 to 10000");
    assertThatThrownBy(() -> FleetConfig.of(1).baseAddress("10.0.0.1"))
        .hasMessage("baseAddress: 10.0.0.1 is not in 127.0.0.0/8");
    assertThatThrownBy(() -> FleetConfig.of(1).bootUrl(java.net.URI.create("https://x/")))
        .hasMessageContaining("is not an http URL");
    assertThatThrownBy(() -> Personas.load("unheard-of")).hasMessageContaining("is unknown");
  }

  private static List<Object> hardware(Fleet fleet) {
    return fleet.hosts().stream().<Object>map(SimulatedHost::hardware).toList();
  }
}
