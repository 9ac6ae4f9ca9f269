package io.beskar7.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** An answer to a request. Content-Length, Date and Connection are added by the listener. */
public final class HttpReply {
  private final int status;
  private final Headers headers;
  private final byte[] body;

  private HttpReply(int status, Headers headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** An answer without a body. */
  public static HttpReply empty(int status) {
    return new HttpReply(status, new Headers(), new byte[0]);
  }

  /** An answer of JSON in UTF-8. */
  public static HttpReply json(int status, JsonNode body) {
    return of(status, "application/json;charset=utf-8", body.toString());
  }

  /** An answer of text in UTF-8. */
  public static HttpReply of(int status, String contentType, String body) {
    return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of bytes, which must not change afterwards. */
  public static HttpReply bytes(int status, String contentType, byte[] body) {
    return new HttpReply(status, new Headers().add("Content-Type", contentType), body);
  }

  /** The same answer with one more header. */
  public HttpReply with(String name, String value) {
    Headers more = new Headers();
    headers.fields().forEach(field -> more.add(field.name(), field.value()));
    return new HttpReply(status, more.add(name, value), body);
  }

  /** The same answer with another body. */
  public HttpReply withBody(String text) {
    return new HttpReply(status, headers, text.getBytes(StandardCharsets.UTF_8));
  }

  /** HTTP status code. */
  public int status() {
    return status;
  }

  Headers headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  @Override
  public String toString() {
    return status + " (" + body.length + " bytes)";
  }
}
