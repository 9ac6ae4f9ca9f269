package io.beskar7.redfish;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A well-behaved BMC over {@link FakeServer}, one answer of which a test can replace: by rule (as
 * long as it stands) or once.
 */
final class FakeBmc implements AutoCloseable {
  static final String SYSTEM = "/redfish/v1/Systems/1";
  static final String RESET = SYSTEM + "/Actions/ComputerSystem.Reset";
  static final String PASSWORD = "s3cret-pa55";

  final FakeServer server;
  final Map<String, String> boot = new ConcurrentHashMap<>();
  volatile String power = "On";
  volatile String etag = "\"1\"";
  volatile UnaryOperator<String> systemJson = json -> json;
  private final Map<String, FakeServer.Answerer> rules = new ConcurrentHashMap<>();
  private final Map<String, Queue<FakeServer.Answerer>> once = new ConcurrentHashMap<>();
  private int sessions;
  volatile String token = "none";

  FakeBmc() throws IOException {
    this(TestPki.GOOD);
  }

  FakeBmc(TestPki pki) throws IOException {
    boot.putAll(
        Map.of(
            "BootSourceOverrideTarget", "None",
            "BootSourceOverrideEnabled", "Disabled",
            "BootSourceOverrideMode", "UEFI"));
    server = new FakeServer(pki, this::answer);
  }

  URI address() {
    return server.address();
  }

  /** Replaces the answer to a request such as "GET /redfish/v1/". */
  FakeBmc rule(String line, FakeServer.Answerer answerer) {
    rules.put(line, answerer);
    return this;
  }

  FakeBmc rule(String line, int status, String body) {
    return rule(line, fixed(status, Map.of(), body));
  }

  /** Replaces the next answer only; calls add up. */
  FakeBmc once(String line, FakeServer.Answerer answerer) {
    once.computeIfAbsent(line, any -> new ArrayDeque<>()).add(answerer);
    return this;
  }

  FakeBmc once(String line, int status, String body) {
    return once(line, fixed(status, Map.of(), body));
  }

  static FakeServer.Answerer fixed(int status, Map<String, String> headers, String body) {
    return (seen, out, socket) -> {
      FakeServer.write(out, status, headers, body);
      return true;
    };
  }

  /** Ends the connection with RST. */
  static boolean reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
    return false;
  }

  long count(String line) {
    return server.lines().stream().filter(line::equals).count();
  }

  void loseSessions() {
    token = "lost";
  }

  boolean answer(FakeServer.Seen seen, OutputStream out, Socket socket) throws IOException {
    Queue<FakeServer.Answerer> queue = once.get(seen.line());
    FakeServer.Answerer special = queue == null ? null : queue.poll();
    special = special != null ? special : rules.get(seen.line());
    return special != null ? special.answer(seen, out, socket) : normal(seen, out);
  }

  boolean normal(FakeServer.Seen seen, OutputStream out) throws IOException {
    switch (seen.line()) {
      case "GET /redfish/v1/" ->
          FakeServer.write(
              out,
              200,
              Map.of(),
              """
              {"RedfishVersion":"1.15.0","Vendor":"Acme","Systems":{"@odata.id":"/redfish/v1/Systems"},
               "Links":{"Sessions":{"@odata.id":"/redfish/v1/SessionService/Sessions"}}}""");
      case "POST /redfish/v1/SessionService/Sessions" -> login(seen, out);
      default -> {
        if (!token.equals(seen.headers().get("X-Auth-Token"))
            && !seen.headers().containsKey("Authorization")) {
          FakeServer.write(out, 401, Map.of(), "");
        } else {
          behind(seen, out);
        }
      }
    }
    return true;
  }

  private synchronized void login(FakeServer.Seen seen, OutputStream out) throws IOException {
    if (!seen.body().contains(PASSWORD)) {
      FakeServer.write(out, 401, Map.of(), "");
      return;
    }
    sessions++;
    token = "token-" + sessions;
    String path = "/redfish/v1/SessionService/Sessions/" + sessions;
    FakeServer.write(
        out, 201, Map.of("X-Auth-Token", token, "Location", "https://ilo-7.lan" + path), "{}");
  }

  private void behind(FakeServer.Seen seen, OutputStream out) throws IOException {
    switch (seen.line()) {
      case "GET /redfish/v1/Systems" ->
          FakeServer.write(
              out, 200, Map.of(), "{\"Members\":[{\"@odata.id\":\"" + SYSTEM + "\"}]}");
      case "GET " + SYSTEM ->
          FakeServer.write(
              out, 200, etag == null ? Map.of() : Map.of("ETag", etag), systemJson.apply(system()));
      case "POST " + RESET -> {
        String type = seen.body().replaceAll(".*\"ResetType\":\"(\\w+)\".*", "$1");
        power = List.of("ForceOff", "GracefulShutdown").contains(type) ? "Off" : "On";
        FakeServer.write(out, 204, Map.of(), "");
      }
      case "PATCH " + SYSTEM -> {
        apply(seen.body());
        FakeServer.write(out, 200, Map.of(), "{}");
      }
      default -> {
        if (seen.method().equals("DELETE")) {
          token = "none";
          FakeServer.write(out, 204, Map.of(), "");
        } else {
          FakeServer.write(out, 404, Map.of(), "{}");
        }
      }
    }
  }

  void apply(String body) {
    for (String name : List.copyOf(new HashMap<>(boot).keySet())) {
      String value = body.replaceAll(".*\"" + name + "\":\"(\\w+)\".*", "$1");
      if (!value.equals(body)) {
        boot.put(name, value);
      }
    }
  }

  String system() {
    StringBuilder members = new StringBuilder();
    new LinkedHashMap<>(boot)
        .forEach((name, value) -> members.append(",\"%s\":\"%s\"".formatted(name, value)));
    return """
        {"@odata.id":"%s","Id":"1","Manufacturer":"Acme","Model":"M1","SerialNumber":"S1","UUID":"U1",
         "PowerState":"%s","Status":{"Health":"OK"},"ProcessorSummary":{"CoreCount":64},
         "MemorySummary":{"TotalSystemMemoryGiB":128},
         "Boot":{"BootSourceOverrideTarget@Redfish.AllowableValues":["None","Pxe"]%s},
         "Actions":{"#ComputerSystem.Reset":{"target":"%s",
           "ResetType@Redfish.AllowableValues":["On","ForceOff","GracefulShutdown","ForceRestart"]}}}"""
        .formatted(SYSTEM, power, members, RESET);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
