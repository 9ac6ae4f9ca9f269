package io.beskar7.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.time.ScaledTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpListenerTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.ofLiteral("127.9.0.7"), 0);

  private ScaledTime time;
  private HttpListener listener;

  @BeforeEach
  void start() throws IOException {
    time = new ScaledTime(1, InstantSource.system());
    EventLog log = new EventLog(InstantSource.system(), null);
    listener =
        HttpListener.open(
            ANY,
            new HttpSite(
                "echo",
                null,
                HttpListenerTest::echo,
                (request, began, status) -> {},
                new FaultPlan(time, log),
                time));
  }

  @AfterEach
  void stop() {
    listener.close();
    time.close();
  }

  @Test
  void severalRequestsShareAConnection() throws IOException {
    String two = "POST /a?b=c HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi";

    assertThat(exchange(two + two.replace("/a", "/b") + close()))
        .contains("/a b=c hi 1\n", "/b b=c hi 1\n", "/end  ");
  }

  @Test
  void chunkedBodiesAreRead() throws IOException {
    String request =
        "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3;x=y\r\ncde\r\n0\r\n\r\n";

    assertThat(exchange(request + close())).contains("/a  abcde 1\n");
  }

  @Test
  void whatIsNotHttpIsAnsweredWith400() throws IOException {
    assertThat(exchange("hello\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(exchange("GET http://x/ HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(exchange("GET / HTTP/1.1\r\nno colon\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(exchange("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  @Test
  void whatIsTooLongIsRefused() throws IOException {
    String header = "X: " + "y".repeat(9000) + "\r\n";

    assertThat(exchange("GET / HTTP/1.1\r\n" + header + header + "\r\n"))
        .startsWith("HTTP/1.1 431");
    assertThat(exchange("POST / HTTP/1.1\r\nContent-Length: 70000\r\n\r\n" + "z".repeat(70_000)))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void onlyLoopbackAddressesCanBeServed() {
    InetSocketAddress everywhere = new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0);

    assertThatThrownBy(() -> HttpListener.open(everywhere, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a loopback address");
  }

  private static HttpReply echo(HttpRequest request) {
    return HttpReply.of(
        200,
        "text/plain",
        request.path()
            + " "
            + request.query()
            + " "
            + request.text()
            + " "
            + request.connection()
            + "\n");
  }

  private static String close() {
    return "GET /end HTTP/1.1\r\nConnection: close\r\n\r\n";
  }

  private String exchange(String bytes) throws IOException {
    try (Socket socket =
        new Socket(listener.address().getAddress(), listener.address().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
