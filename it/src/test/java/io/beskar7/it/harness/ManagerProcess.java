package io.beskar7.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code beskar7 manager} in a process of its own, on free ports. */
public final class ManagerProcess implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final int healthPort = freePort();
  private final int bootPort = freePort();
  private final Beskar7Process process;

  /**
   * Starts.
   *
   * @param begin what comes before the flags for the ports
   */
  public ManagerProcess(
      Path directory, String name, List<String> begin, Map<String, String> environment)
      throws IOException {
    List<String> args = new ArrayList<>(begin);
    args.add("--health-probe-bind-address=127.0.0.1:" + healthPort);
    args.add("--boot-bind-address=127.0.0.1:" + bootPort);
    args.add("--metrics-bind-address=127.0.0.1:0");
    this.process = Beskar7Process.start(directory, name, args, environment);
  }

  public Beskar7Process process() {
    return process;
  }

  /** Where machines find this one's boot server. */
  public URI bootUrl() {
    return URI.create("http://127.0.0.1:" + bootPort + "/api/v1/boot");
  }

  /** Waits until it is ready and says this of itself; returns the whole body. */
  public String awaitReady(String... lines) {
    return Rack.await()
        .until(
            () -> {
              assertThat(process.alive()).as("%s", process.evidence()).isTrue();
              return readyz();
            },
            body -> body.startsWith("ok\n") && body.lines().toList().containsAll(List.of(lines)));
  }

  private String readyz() throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + healthPort + "/readyz");
    try {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (ConnectException notYet) {
      return "";
    }
  }

  @Override
  public void close() {
    process.close();
    http.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
