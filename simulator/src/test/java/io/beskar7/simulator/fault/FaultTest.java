package io.beskar7.simulator.fault;

import static io.beskar7.simulator.RawClient.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beskar7.simulator.TestFleets;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.tls.Trust;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each fault as a client sees it on its socket. */
class FaultTest {
  private static final String RESET = "/redfish/v1/Systems/1/Actions/ComputerSystem.Reset";

  private Fleet fleet;
  private SimulatedHost host;

  @BeforeEach
  void start() throws IOException {
    fleet = Fleet.start(TestFleets.of(2));
    host = fleet.hosts().getFirst();
  }

  @AfterEach
  void stop() throws IOException {
    fleet.close();
  }

  @Test
  void aRefusedConnectionEndsBeforeTls() {
    fleet.faults().add(FaultRule.always("refuse", new FaultAction.Refuse()));

    assertThatThrownBy(this::connect).isInstanceOfAny(SocketException.class, SSLException.class);
  }

  @Test
  void aResetRequestIsUnseen() throws IOException {
    fleet.faults().add(FaultRule.always("reset", new FaultAction.Reset(false)).on("POST", RESET));

    try (Socket socket = powerOn()) {
      assertThatThrownBy(() -> answer(socket)).isInstanceOf(IOException.class);
    }
    assertThat(fleet.log().ofType(EventType.POWER_COMMAND)).isEmpty();
  }

  @Test
  void aRequestResetAfterwardsIsDone() throws IOException {
    fleet.faults().add(FaultRule.always("reset", new FaultAction.Reset(true)).on("POST", RESET));

    try (Socket socket = powerOn()) {
      assertThatThrownBy(() -> answer(socket)).isInstanceOf(IOException.class);
    }
    assertThat(fleet.log().ofType(EventType.POWER_COMMAND)).hasSize(1);
  }

  @Test
  void aHangingRequestHasNoAnswerAndEndsWithItsClient() throws IOException {
    fleet.faults().add(FaultRule.always("hang", new FaultAction.Hang()));

    try (Socket socket = get("/redfish/v1/")) {
      socket.setSoTimeout(200);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(fleet.log().ofType(EventType.REQUEST)).isEmpty();
    }
    await().until(() -> fleet.log().ofType(EventType.REQUEST).size() == 1);
    assertThat(fleet.log().ofType(EventType.REQUEST).getFirst().number("status")).isZero();
  }

  @Test
  void anAnswerMayStopWithinItsBody() throws IOException {
    fleet.faults().add(FaultRule.always("half", new FaultAction.HangInBody()));

    try (Socket socket = get("/redfish/v1/")) {
      socket.setSoTimeout(300);
      assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void anAnswerMayBeCutShort() throws IOException {
    fleet.faults().add(FaultRule.always("cut", new FaultAction.Truncated()));

    String answer = answer(get("/redfish/v1/"));

    int announced = Integer.parseInt(answer.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(announced / 2);
  }

  @Test
  void anAnswerMayBeGarbage() throws IOException {
    fleet.faults().add(FaultRule.always("garbage", new FaultAction.Garbage()));

    assertThat(answer(get("/redfish/v1/"))).isNotEmpty().doesNotStartWith("HTTP/");
  }

  @Test
  void anAnswerMayBeAnyStatus() throws IOException {
    fleet
        .faults()
        .add(
            FaultRule.always(
                "busy", new FaultAction.Status(503, "busy", Map.of("Retry-After", "7"))));

    assertThat(answer(getAndClose("/redfish/v1/")))
        .startsWith("HTTP/1.1 503")
        .contains("Retry-After: 7")
        .endsWith("busy");
  }

  @Test
  void anAnswerMaySayTheWrongThing() throws IOException {
    fleet.faults().add(FaultRule.always("wrong", new FaultAction.WrongContent("{]")));

    assertThat(answer(getAndClose("/redfish/v1/"))).startsWith("HTTP/1.1 200").endsWith("{]");
  }

  @Test
  void anAnswerMayBeLate() throws IOException {
    fleet.faults().add(FaultRule.always("late", new FaultAction.Delay(Duration.ofMillis(300))));

    assertThat(answer(getAndClose("/redfish/v1/"))).startsWith("HTTP/1.1 200");
    var request = fleet.log().ofType(EventType.REQUEST).getFirst();
    assertThat(request.number("endedNanos") - request.number("beganNanos"))
        .isGreaterThanOrEqualTo(300_000_000L);
  }

  @Test
  void aRuleStrikesOnlyWhereAndAsOftenAsItSays() throws IOException {
    fleet
        .faults()
        .add(
            FaultRule.always("few", new FaultAction.Status(500, "", Map.of()))
                .at(host.bmcLabel())
                .on("GET", "^/redfish/v1/$")
                .calls(2, 2));

    assertThat(statuses(4, host)).containsExactly(200, 500, 500, 200);
    assertThat(statuses(3, fleet.hosts().getLast())).containsExactly(200, 200, 200);
    assertThat(fleet.log().ofType(EventType.FAULT)).hasSize(2);
  }

  @Test
  void aRuleEndsWithItsWindowOrWhenItIsRemoved() throws IOException {
    FaultRule rule = FaultRule.always("window", new FaultAction.Status(500, "", Map.of()));
    fleet.faults().add(rule.between(Duration.ofHours(1), Duration.ofHours(2)));
    assertThat(statuses(1, host)).containsExactly(200);

    fleet.faults().add(rule);
    assertThat(statuses(1, host)).containsExactly(500);
    fleet.faults().remove("window");
    assertThat(statuses(1, host)).containsExactly(200);
  }

  private int[] statuses(int count, SimulatedHost at) throws IOException {
    int[] statuses = new int[count];
    for (int i = 0; i < count; i++) {
      String answer =
          answer(send(at, "GET /redfish/v1/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
      statuses[i] = Integer.parseInt(answer.substring(9, 12));
    }
    return statuses;
  }

  private Socket get(String path) throws IOException {
    return send(host, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  private Socket getAndClose(String path) throws IOException {
    return send(host, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  private Socket powerOn() throws IOException {
    String body = "{\"ResetType\":\"On\"}";
    String[] login = basic(host);
    return send(
        host,
        "POST "
            + RESET
            + " HTTP/1.1\r\nHost: x\r\n"
            + login[0]
            + ": "
            + login[1]
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private Socket connect() throws IOException {
    return send(host, "GET / HTTP/1.1\r\n\r\n");
  }

  private Socket send(SimulatedHost at, String request) throws IOException {
    Socket socket =
        Trust.only(fleet.caPem())
            .getSocketFactory()
            .createSocket(at.bmcAddress().getHost(), at.bmcAddress().getPort());
    socket.setSoTimeout(10_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /**
   * Everything until the server ends the connection, properly or not, as long as it is something.
   */
  private static String answer(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    try (socket) {
      InputStream in = socket.getInputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        text.append((char) b);
      }
    } catch (SSLException e) {
      if (text.isEmpty()) {
        throw e;
      }
    }
    if (text.isEmpty()) {
      throw new EOFException("no answer");
    }
    return text.toString();
  }
}
