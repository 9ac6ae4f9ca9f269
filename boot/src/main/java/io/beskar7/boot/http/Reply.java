package io.beskar7.boot.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer.
 *
 * @param body sent as it is; never logged
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain; charset=utf-8";

  public static Reply text(int status, String body) {
    return new Reply(status, TEXT, body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** A status word, as the inspector contract has it. */
  public static Reply accepted() {
    return json(202, "{\"status\":\"accepted\"}");
  }

  /**
   * @param message must need no escaping in JSON
   */
  public static Reply error(int status, String message) {
    return json(status, "{\"error\":\"" + message + "\"}");
  }

  /** For every failure of authorisation alike, so that nothing can be learnt from it. */
  public static Reply unauthorized() {
    return error(401, "unauthorized");
  }

  public static Reply notFound() {
    return text(404, "not found");
  }

  /** Bytes that no cache may keep. */
  public static Reply secret(byte[] body) {
    return new Reply(
        200,
        "application/octet-stream",
        body,
        Map.of("Cache-Control", "no-store", "Pragma", "no-cache"));
  }

  private static Reply json(int status, String body) {
    return new Reply(status, JSON, body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  @Override
  public String toString() {
    return "Reply[" + status + " " + contentType + ", " + body.length + " bytes]";
  }
}
