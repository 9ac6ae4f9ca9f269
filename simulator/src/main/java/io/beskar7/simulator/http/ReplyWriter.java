package io.beskar7.simulator.http;

import io.beskar7.simulator.time.SimTime;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes answers, whole or broken. */
final class ReplyWriter {
  private static final Duration TRICKLE = Duration.ofMillis(100);

  private final OutputStream out;
  private final SimTime time;

  ReplyWriter(OutputStream out, SimTime time) {
    this.out = out;
    this.time = time;
  }

  void write(HttpReply reply, boolean headOnly, boolean close) throws IOException {
    head(reply, close);
    if (!headOnly) {
      out.write(reply.body());
    }
    out.flush();
  }

  /** Announces the whole body and sends half of it. */
  void writeHalf(HttpReply reply) throws IOException {
    head(reply, false);
    out.write(reply.body(), 0, reply.body().length / 2);
    out.flush();
  }

  /** Sends the body in portions, ten a simulated second. */
  void writeSlowly(HttpReply reply, int bytesPerSecond) throws IOException, InterruptedException {
    head(reply, false);
    int portion = Math.max(1, bytesPerSecond / 10);
    byte[] body = reply.body();
    for (int sent = 0; sent < body.length; sent += portion) {
      out.write(body, sent, Math.min(portion, body.length - sent));
      out.flush();
      time.pause(TRICKLE);
    }
  }

  void writeGarbage() throws IOException {
    out.write(
        "\0\1\2 BMC web server: out of memory \377\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private void head(HttpReply reply, boolean close) throws IOException {
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(reply.status()).append(' ').append(phrase(reply.status()));
    head.append("\r\nDate: ")
        .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(time.now().atOffset(ZoneOffset.UTC)));
    for (Headers.Field field : reply.headers().fields()) {
      head.append("\r\n").append(field.name()).append(": ").append(field.value());
    }
    if (reply.status() != 204) {
      head.append("\r\nContent-Length: ").append(reply.body().length);
    }
    head.append(close ? "\r\nConnection: close" : "").append("\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String phrase(int status) {
    return switch (status / 100) {
      case 2 -> "OK";
      case 3 -> "Redirect";
      case 4 -> "Client Error";
      default -> "Server Error";
    };
  }
}
