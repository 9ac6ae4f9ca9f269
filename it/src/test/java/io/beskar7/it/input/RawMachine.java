package io.beskar7.it.input;

import io.beskar7.simulator.fleet.SimulatedHost;
import io.beskar7.simulator.tls.Trust;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A machine that says what no agent would. */
final class RawMachine {
  private static final Pattern PARAMETER = Pattern.compile("beskar7\\.(\\S+?)=(\\S+)");

  private final int clearPort;
  private final Map<String, String> kernel;

  private RawMachine(int clearPort, Map<String, String> kernel) {
    this.clearPort = clearPort;
    this.kernel = kernel;
  }

  /** Fetches the boot script of a server whose run has been powered on. */
  static RawMachine boot(Bench bench, SimulatedHost server)
      throws IOException, InterruptedException {
    int port = bench.rack.manager().bootPort();
    URI script =
        URI.create("http://127.0.0.1:" + port + "/api/v1/boot?mac=" + server.macs().getFirst());
    try (HttpClient http = HttpClient.newHttpClient()) {
      String text =
          http.send(HttpRequest.newBuilder(script).build(), BodyHandlers.ofString()).body();
      return new RawMachine(
          port,
          PARAMETER
              .matcher(text)
              .results()
              .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2))));
    }
  }

  String token() {
    return kernel.get("token");
  }

  /** Posts to a path of the API over TLS, as {@code status body}. */
  String post(String path, String token, String body) throws IOException, InterruptedException {
    return send(URI.create(kernel.get("api") + path), token, BodyPublishers.ofString(body), "POST");
  }

  String get(String path) throws IOException, InterruptedException {
    return send(URI.create(kernel.get("api") + path), token(), BodyPublishers.noBody(), "GET");
  }

  String postInClear(String path, String body) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + clearPort + path);
    return send(uri, token(), BodyPublishers.ofString(body), "POST");
  }

  private String send(URI uri, String token, HttpRequest.BodyPublisher body, String method)
      throws IOException, InterruptedException {
    String ca = new String(Base64.getDecoder().decode(kernel.get("ca")), StandardCharsets.US_ASCII);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(Trust.only(ca))
            .build()) {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body().strip();
    }
  }
}
