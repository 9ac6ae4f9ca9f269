package io.beskar7.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadFaultTest extends Fixture {
  private static final String READ = "GET " + FakeBmc.SYSTEM;

  /** Writes the raw text and ends the connection. */
  private static FakeServer.Answerer raw(String text) {
    return (seen, out, socket) -> {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return false;
    };
  }

  static Stream<Arguments> brokenWires() {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    return Stream.of(
        Arguments.of("end before the answer", raw("")),
        Arguments.of("short body", raw(head + "Content-Length: 500\r\n\r\n{\"a\":")),
        Arguments.of(
            "cut chunk", raw(head + "Transfer-Encoding: chunked\r\n\r\nff\r\n{\"Id\":\"1\"")),
        Arguments.of("header without end", raw("HTTP/1.1 200 OK\r\nContent-")),
        Arguments.of("reset", (FakeServer.Answerer) (seen, out, socket) -> FakeBmc.reset(socket)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenWires")
  void aBrokenWireIsTriedAgainAndThenUnreachable(String name, FakeServer.Answerer fault) {
    RedfishSystem system = system();
    bmc.rule(READ, fault);
    assertProblem(
        system.getPowerState(),
        Cause.UNREACHABLE,
        "BMC: the connection was lost before the answer was whole"
            + " (GET /redfish/v1/Systems/1)");
    assertThat(pace.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void whatIsNotHttpIsTriedAgainAndThenToldSo() {
    RedfishSystem system = system();
    bmc.rule(READ, raw("no HTTP at all\r\n\r\n"));
    assertProblem(
        system.getPowerState(),
        Cause.UNEXPECTED_ANSWER,
        "BMC: what it answers is not HTTP (GET /redfish/v1/Systems/1)");
    assertThat(pace.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenWires")
  void aWireThatHealsCostsNothing(String name, FakeServer.Answerer fault) {
    RedfishSystem system = system();
    bmc.once(READ, fault);
    assertThat(value(system.getPowerState())).isEqualTo(Power.ON);
  }

  @Test
  void aBodyThatNeverEndsIsCutOff() {
    RedfishSystem system = system();
    bmc.rule(READ, 200, "x".repeat(2_000_000));
    assertProblem(
        system.getPowerState(),
        Cause.UNEXPECTED_ANSWER,
        "BMC: its answer is too long (GET /redfish/v1/Systems/1)");
  }

  @Test
  void aBmcThatNamesATimeIsLeftAloneForIt() {
    RedfishSystem system = system();
    bmc.once(READ, FakeBmc.fixed(503, Map.of("Retry-After", "7"), ""));
    bmc.once(READ, FakeBmc.fixed(503, Map.of("Retry-After", "86400"), ""));
    value(system.getPowerState());
    assertThat(pace.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(120));
  }

  @Test
  void aBodyThatDripsEndsWithTheTimeout() throws Exception {
    RedfishSystem warm = system();
    value(warm.getPowerState());
    settings = withRequestTimeout(Duration.ofMillis(400));
    RedfishSystem system = system();
    CountDownLatch never = new CountDownLatch(1);
    bmc.rule(
        READ,
        (seen, out, socket) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          return drip(out, never);
        });
    assertProblem(
        system.getPowerState(),
        Cause.TIMEOUT,
        "BMC: it did not answer in full in time (GET /redfish/v1/Systems/1)");
    never.countDown();
  }

  private static boolean drip(OutputStream out, CountDownLatch never) throws IOException {
    try {
      for (int i = 0; i < 5000 && !never.await(50, TimeUnit.MILLISECONDS); i++) {
        out.write(' ');
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static RedfishSettings withRequestTimeout(Duration timeout) {
    return new RedfishSettings(
        Duration.ofSeconds(5),
        timeout,
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(9),
        Duration.ofSeconds(9),
        Duration.ofSeconds(9),
        1 << 20);
  }

  @Test
  void wrongTypesCostOnlyTheirField() {
    bmc.systemJson =
        json ->
            """
            \uFEFF{"Manufacturer":42,"Model":["x"],"SerialNumber":"   ","SKU":null,"UUID":{"a":1},
             "PowerState":"On","Status":"fine","ProcessorSummary":{"CoreCount":"24"},
             "MemorySummary":{"TotalSystemMemoryGiB":NaN},"Boot":[],"Actions":[1,2,],}""";
    assertThat(value(system().getSystemInfo()))
        .isEqualTo(
            new SystemInfo(
                FakeBmc.SYSTEM,
                "Acme",
                "42",
                null,
                null,
                null,
                null,
                null,
                null,
                Power.ON,
                24,
                null,
                false));
  }

  @ParameterizedTest
  @MethodSource("powerStates")
  void onlyOffIsOff(String json, Power power) {
    bmc.systemJson = original -> "{\"Id\":\"1\"" + json + "}";
    assertThat(value(system().getPowerState())).isEqualTo(power);
  }

  static Stream<Arguments> powerStates() {
    return Stream.of(
        Arguments.of(",\"PowerState\":\"On\"", Power.ON),
        Arguments.of(",\"PowerState\":\"Off\"", Power.OFF),
        Arguments.of(",\"PowerState\":\"PoweringOff\"", Power.TRANSITION),
        Arguments.of(",\"PowerState\":\"Paused\"", Power.TRANSITION),
        Arguments.of(",\"PowerState\":\"off\"", Power.UNKNOWN),
        Arguments.of(",\"PowerState\":null", Power.UNKNOWN),
        Arguments.of(",\"PowerState\":false", Power.UNKNOWN),
        Arguments.of("", Power.UNKNOWN));
  }

  @Test
  void anErrorAnswerNamesItsMessageId() {
    RedfishSystem system = system();
    bmc.rule(
        READ,
        400,
        "{\"error\":{\"code\":\"Base.1.8.GeneralError\",\"message\":\"token-1 s3cret-pa55\","
            + "\"@Message.ExtendedInfo\":[{\"MessageId\":\"iLO.2.19.Whatever\"}]}}");
    assertProblem(
        system.getPowerState(),
        Cause.UNEXPECTED_ANSWER,
        "BMC: GET /redfish/v1/Systems/1 answered 400 (Whatever)");
  }

  @Test
  void aForbiddenReadIsNotTriedAgain() {
    RedfishSystem system = system();
    bmc.rule(READ, 403, "<html>no</html>");
    assertProblem(
        system.getPowerState(), Cause.FORBIDDEN, "BMC: GET /redfish/v1/Systems/1 answered 403");
    assertThat(bmc.count(READ)).isEqualTo(1);
  }

  @Test
  void aReadLogsInAnewOnceWhenTheSessionIsGone() {
    RedfishSystem system = system();
    value(system.getPowerState());
    bmc.loseSessions();
    assertThat(value(system.getPowerState())).isEqualTo(Power.ON);
    assertThat(bmc.count("POST /redfish/v1/SessionService/Sessions")).isEqualTo(2);
  }

  @Test
  void aSecondRefusalAfterANewLoginIsTheEnd() {
    RedfishSystem system = system();
    bmc.rule(READ, 401, "");
    assertProblem(
        system.getPowerState(),
        Cause.CREDENTIALS_REFUSED,
        "BMC: GET /redfish/v1/Systems/1 answered 401");
    assertThat(bmc.count("POST /redfish/v1/SessionService/Sessions")).isEqualTo(2);
  }

  @Test
  void onceASessionHasWorkedBasicIsOut() {
    RedfishSystem system = system();
    bmc.loseSessions();
    bmc.rule("POST /redfish/v1/SessionService/Sessions", 404, "");
    assertProblem(
        system.getPowerState(),
        Cause.UNEXPECTED_ANSWER,
        "BMC: POST /redfish/v1/SessionService/Sessions answered 404");
    assertThat(bmc.server.seen()).noneMatch(seen -> seen.headers().containsKey("Authorization"));
  }

  @Test
  void aRedirectWithinTheOriginIsFollowed() {
    RedfishSystem system = system();
    bmc.rule(
        READ, FakeBmc.fixed(308, Map.of("Location", bmc.address() + FakeBmc.SYSTEM + "/"), ""));
    bmc.rule(
        READ + "/",
        (seen, out, socket) -> {
          FakeServer.write(out, 200, Map.of(), bmc.system());
          return true;
        });
    assertThat(value(system.getPowerState())).isEqualTo(Power.ON);
  }

  @Test
  void aRedirectToAnotherOriginIsNot() throws IOException {
    RedfishSystem system = system();
    try (FakeBmc other = new FakeBmc()) {
      bmc.rule(READ, FakeBmc.fixed(307, Map.of("Location", other.address() + FakeBmc.SYSTEM), ""));
      assertProblem(
          system.getPowerState(),
          Cause.UNEXPECTED_ANSWER,
          "BMC: it redirects to another service (GET /redfish/v1/Systems/1)");
      assertThat(other.server.lines()).isEmpty();
    }
  }

  @Test
  void aRedirectInCirclesEnds() {
    RedfishSystem system = system();
    bmc.rule(READ, FakeBmc.fixed(307, Map.of("Location", FakeBmc.SYSTEM), ""));
    assertProblem(
        system.getPowerState(),
        Cause.UNEXPECTED_ANSWER,
        "BMC: it redirects in circles (GET /redfish/v1/Systems/1)");
  }

  @Test
  void aCallerWhoGivesUpIsNotKept() {
    RedfishSystem system = system();
    bmc.rule(
        READ,
        (seen, out, socket) -> {
          pace.givenUp = true;
          FakeServer.write(out, 503, Map.of(), "");
          return true;
        });
    assertProblem(system.getPowerState(), Cause.ABANDONED, "BMC: the call was given up");
    assertProblem(
        system.getPowerState(),
        Cause.ABANDONED,
        "BMC: the call was given up (GET /redfish/v1/Systems)");
    assertThat(bmc.count(READ)).isEqualTo(1);
  }

  @Test
  void aSystemThatMovedIsFoundAgain() {
    RedfishSystem system = system();
    value(system.getPowerState());
    bmc.rule(READ, 404, "");
    bmc.rule(
        "GET /redfish/v1/Systems",
        200,
        "{\"Members\":[{\"@odata.id\":\"/redfish/v1/Systems/2\"}]}");
    bmc.rule("GET /redfish/v1/Systems/2", 200, "{\"PowerState\":\"Off\"}");
    assertThat(value(system.getPowerState())).isEqualTo(Power.OFF);
  }

  @Test
  void anEmptyListOfSystemsIsABmcThatIsNotReady() {
    bmc.rule("GET /redfish/v1/Systems", 200, "{\"Members\":[]}");
    assertProblem(system().getPowerState(), Cause.NOT_READY, "BMC: the BMC lists no system");
  }

  @Test
  void aSystemThatIsNotThereIsNamedWithThoseThatAre() {
    assertProblem(
        client().system("7", pace).getPowerState(),
        Cause.SYSTEM_NOT_FOUND,
        "BMC: there is no system 7, there is 1");
  }

  @Test
  void pagesOfACollectionAreFollowedButNotInCircles() {
    bmc.rule(
        "GET /redfish/v1/Systems",
        200,
        "{\"Members\":[],\"Members@odata.nextLink\":\"/redfish/v1/Systems?$skip=1\"}");
    bmc.rule(
        "GET /redfish/v1/Systems?$skip=1",
        200,
        "{\"Members\":[{\"@odata.id\":\"/redfish/v1/Systems/1\"}],"
            + "\"Members@odata.nextLink\":\"/redfish/v1/Systems\"}");
    assertThat(value(system().getPowerState())).isEqualTo(Power.ON);
  }
}
