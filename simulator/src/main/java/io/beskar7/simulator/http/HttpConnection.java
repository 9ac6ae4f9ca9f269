package io.beskar7.simulator.http;

import io.beskar7.simulator.fault.FaultAction;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One accepted connection: TLS handshake, then requests one after another. */
final class HttpConnection {
  private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);
  private static final int HANDSHAKE_MILLIS = 10_000;
  private static final int IDLE_MILLIS = 15_000;
  private static final int MAX_BODY_BYTES = 64 * 1024;

  private final Socket raw;
  private final long number;
  private final HttpSite site;

  HttpConnection(Socket raw, long number, HttpSite site) {
    this.raw = raw;
    this.number = number;
    this.site = site;
  }

  void serve() {
    try (raw) {
      raw.setTcpNoDelay(true);
      if (site.faults().refusesConnection(site.name())) {
        reset();
        return;
      }
      raw.setSoTimeout(HANDSHAKE_MILLIS);
      Socket socket = secured();
      raw.setSoTimeout(IDLE_MILLIS);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      ReplyWriter out =
          new ReplyWriter(new BufferedOutputStream(socket.getOutputStream()), site.time());
      boolean more = true;
      while (more) {
        more = serveOne(in, out);
      }
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("site", site.name()).setCause(e).log("connection ended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the connection with a TCP reset, from any thread. */
  void reset() {
    try {
      raw.setSoLinger(true, 0);
      raw.close();
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("site", site.name()).setCause(e).log("reset failed");
    }
  }

  private Socket secured() throws IOException {
    SSLContext tls = site.tls();
    if (tls == null) {
      return raw;
    }
    SSLSocket socket =
        (SSLSocket)
            tls.getSocketFactory()
                .createSocket(raw, raw.getInetAddress().getHostAddress(), raw.getPort(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private boolean serveOne(InputStream in, ReplyWriter out)
      throws IOException, InterruptedException {
    HttpRequest request;
    try {
      request = read(in);
    } catch (ProtocolException e) {
      out.write(HttpReply.of(e.status(), "text/plain", e.getMessage() + "\n"), false, true);
      return false;
    }
    if (request == null) {
      return false;
    }
    Exchange exchange = new Exchange(request, System.nanoTime(), out);
    boolean alive = serve(exchange, in);
    return alive && !exchange.close();
  }

  /** Whether the connection is of further use. */
  private boolean serve(Exchange exchange, InputStream in)
      throws IOException, InterruptedException {
    HttpRequest request = exchange.request;
    FaultAction fault =
        site.faults().onRequest(site.name(), request.method(), request.path()).orElse(null);
    return switch (fault) {
      case null -> exchange.send(handle(request));
      case FaultAction.Refuse() -> exchange.unanswered(this::reset);
      case FaultAction.Reset(boolean afterwards) -> {
        if (afterwards) {
          handle(request);
        }
        yield exchange.unanswered(this::reset);
      }
      case FaultAction.Hang() -> exchange.unanswered(() -> untilGone(in));
      case FaultAction.HangInBody() -> {
        exchange.out.writeHalf(handle(request));
        yield exchange.unanswered(() -> untilGone(in));
      }
      case FaultAction.Delay(Duration delay) -> {
        site.time().pause(delay);
        yield exchange.send(handle(request));
      }
      case FaultAction.Status planned -> exchange.send(reply(planned));
      case FaultAction.Garbage() -> exchange.unanswered(exchange.out::writeGarbage);
      case FaultAction.Truncated() -> {
        exchange.out.writeHalf(handle(request));
        yield exchange.unanswered(() -> {});
      }
      case FaultAction.WrongContent(String body) -> exchange.send(handle(request).withBody(body));
      case FaultAction.Slow(int bytesPerSecond) -> {
        HttpReply reply = handle(request);
        site.observer().ended(request, exchange.began, reply.status());
        exchange.out.writeSlowly(reply, bytesPerSecond);
        yield true;
      }
    };
  }

  private HttpReply handle(HttpRequest request) {
    try {
      return site.handler().handle(request);
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("site", site.name())
          .addKeyValue("request", request)
          .setCause(e)
          .log("request failed inside the simulator");
      return HttpReply.of(500, "text/plain", "simulator error\n");
    }
  }

  private static HttpReply reply(FaultAction.Status planned) {
    HttpReply reply = HttpReply.of(planned.status(), "application/json", planned.body());
    for (var header : planned.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  private void untilGone(InputStream in) throws IOException {
    raw.setSoTimeout(0);
    long bytes = in.transferTo(OutputStream.nullOutputStream());
    LOG.atDebug().addKeyValue("site", site.name()).addKeyValue("bytes", bytes).log("client gone");
  }

  private @Nullable HttpRequest read(InputStream in) throws IOException {
    String line = Wire.line(in);
    if (line == null) {
      return null;
    }
    String[] words = line.split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith("/")) {
      throw new ProtocolException(400, "not an HTTP/1.1 request line");
    }
    Headers headers = Wire.headers(in);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Wire.body(in, headers, false, BodySink.into(body, MAX_BODY_BYTES));
    int mark = words[1].indexOf('?');
    return new HttpRequest(
        words[0],
        mark < 0 ? words[1] : words[1].substring(0, mark),
        mark < 0 ? "" : words[1].substring(mark + 1),
        headers,
        body.toString(StandardCharsets.UTF_8),
        (InetSocketAddress) raw.getRemoteSocketAddress(),
        number);
  }

  /** One request and the way back. A request is in the log before its answer is on the wire. */
  private final class Exchange {
    private final HttpRequest request;
    private final long began;
    private final ReplyWriter out;

    Exchange(HttpRequest request, long began, ReplyWriter out) {
      this.request = request;
      this.began = began;
      this.out = out;
    }

    boolean close() {
      return request.headers().has("Connection", "close");
    }

    boolean send(HttpReply reply) throws IOException {
      site.observer().ended(request, began, reply.status());
      out.write(reply, request.method().equals("HEAD"), close());
      return true;
    }

    boolean unanswered(Ending ending) throws IOException {
      try {
        ending.run();
      } finally {
        site.observer().ended(request, began, 0);
      }
      return false;
    }
  }

  @FunctionalInterface
  private interface Ending {
    void run() throws IOException;
  }
}
