package io.beskar7.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.1 messages (RFC 9112) within bounds. */
final class Wire {
  private static final int MAX_HEAD_BYTES = 16 * 1024;

  private Wire() {}

  /** A line without its end, or null at the end of the stream before its first byte. */
  static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 && line.size() == 0) {
        return null;
      }
      if (b < 0) {
        throw new EOFException("connection ended within a line");
      }
      if (line.size() == MAX_HEAD_BYTES) {
        throw new ProtocolException(431, "line longer than " + MAX_HEAD_BYTES + " bytes");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  static Headers headers(InputStream in) throws IOException {
    Headers headers = new Headers();
    int bytes = 0;
    for (String line = line(in); line == null || !line.isEmpty(); line = line(in)) {
      if (line == null) {
        throw new EOFException("connection ended within the headers");
      }
      int colon = line.indexOf(':');
      bytes += line.length();
      if (colon < 1 || bytes > MAX_HEAD_BYTES) {
        throw new ProtocolException(colon < 1 ? 400 : 431, "bad or oversized header fields");
      }
      headers.add(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return headers;
  }

  /** Copies a body by Transfer-Encoding or Content-Length; without both, {@code toEnd} decides. */
  static void body(InputStream in, Headers headers, boolean toEnd, BodySink sink)
      throws IOException {
    String length = headers.first("Content-Length");
    if (headers.has("Transfer-Encoding", "chunked")) {
      chunks(in, sink);
    } else if (length != null) {
      exactly(in, number(length, 10), sink);
    } else if (toEnd) {
      byte[] buffer = new byte[16 * 1024];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sink.accept(buffer, n);
      }
    }
  }

  private static void chunks(InputStream in, BodySink sink) throws IOException {
    while (true) {
      String size = line(in);
      if (size == null) {
        throw new EOFException("connection ended between chunks");
      }
      int extension = size.indexOf(';');
      long bytes = number(extension < 0 ? size : size.substring(0, extension), 16);
      if (bytes == 0) {
        headers(in);
        return;
      }
      exactly(in, bytes, sink);
      line(in);
    }
  }

  private static void exactly(InputStream in, long bytes, BodySink sink) throws IOException {
    byte[] buffer = new byte[(int) Math.min(bytes, 16 * 1024)];
    for (long left = bytes; left > 0; ) {
      int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (n < 0) {
        throw new EOFException("connection ended " + left + " bytes before the end of the body");
      }
      sink.accept(buffer, n);
      left -= n;
    }
  }

  private static long number(String text, int radix) throws ProtocolException {
    try {
      long number = Long.parseLong(text.strip(), radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new ProtocolException(400, "body length " + text + " is not a number");
    }
    throw new ProtocolException(400, "body length " + text + " is below zero");
  }
}
