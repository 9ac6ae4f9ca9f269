package io.beskar7.redfish;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/** A raw HTTPS server that lets each test decide every byte of an answer. */
final class FakeServer implements AutoCloseable {

  record Seen(String method, String path, Map<String, String> headers, String body) {
    String line() {
      return method + " " + path;
    }
  }

  /** Writes the answer; false ends the connection. */
  interface Answerer {
    boolean answer(Seen seen, OutputStream out, Socket socket) throws IOException;
  }

  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final String scheme;
  private volatile Answerer answerer;

  FakeServer(TestPki pki, Answerer answerer) throws IOException {
    this.answerer = answerer;
    this.scheme = pki == null ? "http" : "https";
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    this.server =
        pki == null
            ? new ServerSocket(0, 50, loopback)
            : pki.server().getServerSocketFactory().createServerSocket(0, 50, loopback);
    Thread.ofVirtual().start(this::accept);
  }

  URI address() {
    return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  List<String> lines() {
    return seen.stream().map(Seen::line).toList();
  }

  void answerer(Answerer next) {
    this.answerer = next;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      if (socket instanceof SSLSocket tls) {
        tls.startHandshake();
      }
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (Seen request = read(in); request != null; request = read(in)) {
        seen.add(request);
        if (!answerer.answer(request, out, socket)) {
          return;
        }
        out.flush();
      }
    } catch (IOException e) {
      // The client went away, or a test broke the connection: the client's result is the proof.
    }
  }

  private static Seen read(InputStream in) throws IOException {
    String first = line(in);
    if (first == null) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        return null;
      }
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String[] words = first.split(" ");
    return new Seen(words[0], words[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    List<Byte> bytes = new ArrayList<>();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      bytes.add((byte) b);
    }
    byte[] array = new byte[bytes.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = bytes.get(i);
    }
    return new String(array, StandardCharsets.UTF_8).strip();
  }

  static void write(OutputStream out, int status, Map<String, String> headers, String body)
      throws IOException {
    StringBuilder head =
        new StringBuilder(String.format(Locale.ROOT, "HTTP/1.1 %d Word\r\n", status));
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (status != 204) {
      head.append("Content-Length: ").append(bytes.length).append("\r\n");
    }
    out.write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
    if (status != 204) {
      out.write(bytes);
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
