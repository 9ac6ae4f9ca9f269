package io.beskar7.apiserver.error;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import java.util.List;

/** A refusal that becomes a {@code Status} object: code, reason, message and details. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String reason;
  private final String text;
  private final transient ObjectNode details;

  /** One cause in {@code status.details.causes}. */
  public record Cause(String reason, String message, String field) {}

  public ApiException(int code, String reason, String message) {
    this(code, reason, message, Json.object());
  }

  private ApiException(int code, String reason, String message, ObjectNode details) {
    super(message, null, false, false);
    this.code = code;
    this.reason = reason;
    this.text = message;
    this.details = details;
  }

  public int code() {
    return code;
  }

  public String reason() {
    return reason;
  }

  /** The same refusal, naming the object it is about; an empty text is left out. */
  public ApiException about(String group, String kind, String name) {
    ObjectNode more = details.deepCopy();
    putUnlessEmpty(more, "name", name);
    putUnlessEmpty(more, "group", group);
    putUnlessEmpty(more, "kind", kind);
    return new ApiException(code, reason, text, more);
  }

  public ApiException because(List<Cause> causes) {
    ObjectNode more = details.deepCopy();
    ArrayNode list = more.putArray("causes");
    for (Cause cause : causes) {
      ObjectNode item = list.addObject();
      putUnlessEmpty(item, "reason", cause.reason());
      putUnlessEmpty(item, "message", cause.message());
      putUnlessEmpty(item, "field", cause.field());
    }
    return new ApiException(code, reason, text, more);
  }

  /** Tells the client to try again after that many seconds. */
  public ApiException retryAfter(int seconds) {
    ObjectNode more = details.deepCopy();
    more.put("retryAfterSeconds", seconds);
    return new ApiException(code, reason, text, more);
  }

  /** Seconds a client is told to wait, 0 when it is told nothing. */
  public int retryAfterSeconds() {
    return details.path("retryAfterSeconds").asInt(0);
  }

  public ObjectNode status() {
    ObjectNode status = Json.object();
    status.put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    status.put("status", "Failure").put("message", text).put("reason", reason);
    if (!details.isEmpty()) {
      status.set("details", details);
    }
    return status.put("code", code);
  }

  private static void putUnlessEmpty(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }
}
