package io.beskar7.simulator.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client's connection to one origin. */
final class CallerConnection {
  private static final Logger LOG = LoggerFactory.getLogger(CallerConnection.class);

  private final Socket raw = new Socket();
  private final URI origin;
  private final @Nullable SSLContext tls;
  private Socket socket = raw;
  private InputStream in = InputStream.nullInputStream();
  private long deadlineNanos;
  private boolean used;

  CallerConnection(URI origin, @Nullable SSLContext tls) {
    this.origin = origin;
    this.tls = tls;
  }

  boolean serves(URI uri) {
    return uri.getScheme().equals(origin.getScheme())
        && uri.getHost().equals(origin.getHost())
        && port(uri) == port(origin);
  }

  void connect(@Nullable InetAddress local, Duration connectTimeout, Duration callTimeout)
      throws IOException {
    InetAddress remote = InetAddress.getByName(origin.getHost());
    if (local != null && remote.isLoopbackAddress() && remote.getAddress().length == 4) {
      raw.bind(new InetSocketAddress(local, 0));
    }
    raw.connect(new InetSocketAddress(remote, port(origin)), (int) connectTimeout.toMillis());
    raw.setTcpNoDelay(true);
    raw.setSoTimeout((int) callTimeout.toMillis());
    if (origin.getScheme().equals("https")) {
      socket = secured();
    }
    in = new BufferedInputStream(new UntilDeadline(socket.getInputStream()));
  }

  void deadline(Duration fromNow) {
    deadlineNanos = System.nanoTime() + fromNow.toNanos();
  }

  HttpCaller.Answer exchange(
      String method, URI uri, Headers headers, @Nullable String body, BodySink sink)
      throws IOException {
    String status;
    try {
      send(method, uri, headers, body);
      status = Wire.line(in);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      throw used ? new StaleException(e) : e;
    }
    if (status == null) {
      EOFException ended = new EOFException("connection ended without an answer");
      throw used ? new StaleException(ended) : ended;
    }
    used = true;
    String[] words = status.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
      throw new ProtocolException(400, "answer is not HTTP/1.1");
    }
    Headers answer = Wire.headers(in);
    int code = Integer.parseInt(words[1]);
    if (code != 204 && code != 304) {
      Wire.body(in, answer, answer.has("Connection", "close"), sink);
    }
    return new HttpCaller.Answer(code, answer);
  }

  void close() {
    try {
      raw.close();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("connection did not close cleanly");
    }
  }

  private void send(String method, URI uri, Headers headers, @Nullable String body)
      throws IOException {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(512);
    head.append(method).append(' ').append(path).append(query).append(" HTTP/1.1\r\nHost: ");
    head.append(uri.getRawAuthority()).append("\r\nConnection: keep-alive\r\n");
    for (Headers.Field field : headers.fields()) {
      head.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    if (body != null) {
      head.append("Content-Length: ").append(bytes.length).append("\r\n");
    }
    OutputStream out = socket.getOutputStream();
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + bytes.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(bytes, 0, all, start.length, bytes.length);
    out.write(all);
    out.flush();
  }

  private Socket secured() throws IOException {
    if (tls == null) {
      throw new IOException("this client speaks no TLS: " + origin.getHost());
    }
    SSLSocket secure =
        (SSLSocket) tls.getSocketFactory().createSocket(raw, origin.getHost(), port(origin), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  private static int port(URI uri) {
    return uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
  }

  /** Waits for each read no longer than the call's deadline. */
  private final class UntilDeadline extends FilterInputStream {
    UntilDeadline(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      long left = (deadlineNanos - System.nanoTime()) / 1_000_000;
      if (left < 1) {
        throw new SocketTimeoutException("no whole answer within the time for a call");
      }
      raw.setSoTimeout((int) left);
      return super.read(buffer, offset, length);
    }
  }

  /** A connection that was kept turned out to be gone before the answer began. */
  static final class StaleException extends IOException {
    StaleException(IOException cause) {
      super(cause);
    }
  }
}
