package io.beskar7.simulator.walk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.beskar7.simulator.tls.CertificateAuthority;
import io.beskar7.simulator.tls.ServerIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The controller's side of inspector contract v4.2, small, strict and from another hand. */
public final class FakeBootServer implements AutoCloseable {
  public static final String TOKEN = "tok-0123456789abcdefghijklmnopqrstuvwxyz-ABCDEF";

  public final CertificateAuthority ca = CertificateAuthority.random();
  public final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Reply>> planned = new ConcurrentHashMap<>();
  private final HttpServer clear;
  private final HttpsServer tls;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  public volatile Function<URI, Reply> script = uri -> new Reply(404, "");

  public FakeBootServer() throws IOException {
    InetAddress local = InetAddress.ofLiteral("127.0.0.1");
    clear = HttpServer.create(new InetSocketAddress(local, 0), 0);
    clear.createContext("/", exchange -> answer(exchange, script.apply(exchange.getRequestURI())));
    clear.setExecutor(threads);
    clear.start();
    tls = HttpsServer.create(new InetSocketAddress(local, 0), 0);
    tls.setHttpsConfigurator(
        new HttpsConfigurator(ServerIdentity.context(ca, local, Instant.now())));
    tls.createContext("/api/v1/", exchange -> answer(exchange, api(exchange)));
    tls.setExecutor(threads);
    tls.start();
  }

  public URI bootUrl() {
    return URI.create("http://127.0.0.1:" + clear.getAddress().getPort() + "/api/v1/boot");
  }

  /** Kernel parameters for a run of one host. */
  public String parameters(String host, String target, String digest) {
    return "beskar7.api=https://127.0.0.1:"
        + tls.getAddress().getPort()
        + " beskar7.namespace=default beskar7.host="
        + host
        + " beskar7.token="
        + TOKEN
        + " beskar7.target="
        + target
        + (digest.isEmpty() ? "" : " beskar7.target-digest=sha256:" + digest)
        + " beskar7.provider-id=b7://default/"
        + host
        + " beskar7.ca="
        + Base64.getEncoder().encodeToString(ca.pem().getBytes(StandardCharsets.UTF_8));
  }

  /** Answers of one endpoint before its usual one, in their order. */
  public void plan(String endpoint, Reply... replies) {
    planned.put(endpoint, new ArrayDeque<>(List.of(replies)));
  }

  public List<Call> calls(String endpoint) {
    return calls.stream().filter(call -> call.endpoint.equals(endpoint)).toList();
  }

  private Reply api(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    calls.add(
        new Call(
            path[3],
            exchange.getRequestMethod(),
            path[5],
            body,
            exchange.getRemoteAddress().getAddress().getHostAddress()));
    if (!("Bearer " + TOKEN).equals(bearer)) {
      return new Reply(401, "{\"error\":\"unauthorized\"}");
    }
    Deque<Reply> queue = planned.getOrDefault(path[3], new ArrayDeque<>());
    synchronized (queue) {
      if (!queue.isEmpty()) {
        return queue.pop();
      }
    }
    return path[3].equals("bootstrap")
        ? new Reply(200, "#cloud-config\n")
        : new Reply(202, "{\"status\":\"accepted\"}");
  }

  private static void answer(HttpExchange exchange, Reply reply) throws IOException {
    reply.before.run();
    byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    clear.stop(0);
    tls.stop(0);
    threads.shutdownNow();
  }

  public record Call(String endpoint, String method, String host, String body, String peer) {}

  public record Reply(int status, String body, Runnable before) {
    public Reply(int status, String body) {
      this(status, body, () -> {});
    }
  }
}
