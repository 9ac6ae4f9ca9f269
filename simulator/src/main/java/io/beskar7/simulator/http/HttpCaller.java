package io.beskar7.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of one machine: one call at a time, one connection kept between calls, from the
 * machine's own address. Its timeouts are wall-clock ones: they guard real sockets.
 */
public final class HttpCaller implements AutoCloseable {
  private final @Nullable InetAddress local;
  private final @Nullable SSLContext tls;
  private final Duration connectTimeout;
  private final Duration callTimeout;
  private @Nullable CallerConnection kept;
  private boolean aborted;

  /**
   * @param local the address calls to loopback addresses come from; null for the system's choice
   * @param tls for https; null when this client cannot speak TLS
   * @param callTimeout from the call to the last byte of the answer
   */
  public HttpCaller(
      @Nullable InetAddress local,
      @Nullable SSLContext tls,
      Duration connectTimeout,
      Duration callTimeout) {
    this.local = local;
    this.tls = tls;
    this.connectTimeout = connectTimeout;
    this.callTimeout = callTimeout;
  }

  /**
   * Sends one request and hands the answer's body to the sink.
   *
   * @param body null for none
   * @throws IOException on anything but a whole answer
   */
  public Answer call(String method, URI uri, Headers headers, @Nullable String body, BodySink sink)
      throws IOException {
    CallerConnection reused = take(uri);
    if (reused != null) {
      try {
        return exchange(reused, method, uri, headers, body, sink);
      } catch (CallerConnection.StaleException e) {
        reused.close();
      }
    }
    return exchange(open(uri), method, uri, headers, body, sink);
  }

  /** Sends one request whose answer is at most {@code limit} bytes of UTF-8. */
  public TextAnswer text(String method, URI uri, Headers headers, @Nullable String body, int limit)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Answer answer = call(method, uri, headers, body, BodySink.into(bytes, limit));
    return new TextAnswer(
        answer.status(), answer.headers(), bytes.toString(StandardCharsets.UTF_8));
  }

  /** Ends the call in progress, from any thread; none can be made afterwards. */
  public synchronized void abort() {
    aborted = true;
    if (kept != null) {
      kept.close();
    }
  }

  /** Whether no call can be made any more. */
  public synchronized boolean isClosed() {
    return aborted;
  }

  @Override
  public void close() {
    abort();
  }

  private Answer exchange(
      CallerConnection connection,
      String method,
      URI uri,
      Headers headers,
      @Nullable String body,
      BodySink sink)
      throws IOException {
    boolean whole = false;
    try {
      connection.deadline(callTimeout);
      Answer answer = connection.exchange(method, uri, headers, body, sink);
      whole = !answer.headers().has("Connection", "close");
      return answer;
    } finally {
      if (!whole) {
        drop(connection);
      }
    }
  }

  private synchronized @Nullable CallerConnection take(URI uri) throws IOException {
    requireLive();
    if (kept != null && !kept.serves(uri)) {
      drop(kept);
    }
    return kept;
  }

  private CallerConnection open(URI uri) throws IOException {
    CallerConnection fresh = new CallerConnection(uri, tls);
    synchronized (this) {
      requireLive();
      kept = fresh;
    }
    try {
      fresh.connect(local, connectTimeout, callTimeout);
    } catch (IOException e) {
      drop(fresh);
      throw e;
    }
    return fresh;
  }

  private synchronized void drop(CallerConnection connection) {
    connection.close();
    if (kept == connection) {
      kept = null;
    }
  }

  private void requireLive() throws IOException {
    if (aborted) {
      throw new IOException("the machine has no power");
    }
  }

  /** Status and headers of an answer whose body went to a sink. */
  public record Answer(int status, Headers headers) {}

  /** An answer with its body. */
  public record TextAnswer(int status, Headers headers, String body) {
    /** Without the body, which may be secret. */
    @Override
    public String toString() {
      return "TextAnswer[" + status + "]";
    }
  }
}
