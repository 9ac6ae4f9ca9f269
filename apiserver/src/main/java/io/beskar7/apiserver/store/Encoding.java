package io.beskar7.apiserver.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How objects become bytes: serialised once, with a hole where the commit writes the revision. */
public final class Encoding {
  static final byte[] START = "{\"apiVersion\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] VERSION =
      "\"metadata\":{\"resourceVersion\":\"".getBytes(StandardCharsets.UTF_8);

  private Encoding() {}

  /**
   * @param bytes the object with an empty resourceVersion
   * @param hole offset at which the revision belongs
   */
  @SuppressWarnings("ArrayRecordComponent") // never changed after construction
  public record Template(byte[] bytes, int hole, Facts facts) {
    /** The object as it is stored under {@code key} at {@code revision}. */
    public Entry at(String key, long revision) {
      return new Entry(key, revision, fill(revision), facts);
    }

    private byte[] fill(long revision) {
      byte[] digits = Long.toString(revision).getBytes(StandardCharsets.US_ASCII);
      byte[] filled = Arrays.copyOf(bytes, bytes.length + digits.length);
      System.arraycopy(digits, 0, filled, hole, digits.length);
      System.arraycopy(bytes, hole, filled, hole + digits.length, bytes.length - hole);
      return filled;
    }
  }

  /** Orders the first fields so that version and revision stand where readers expect them. */
  public static Template encode(ObjectNode object) {
    ObjectNode ordered = Json.object();
    ordered.set("apiVersion", object.path("apiVersion"));
    ordered.set("kind", object.path("kind"));
    ObjectNode metadata = ordered.putObject("metadata").put("resourceVersion", "");
    for (var field : object.path("metadata").properties()) {
      if (!field.getKey().equals("resourceVersion")) {
        metadata.set(field.getKey(), field.getValue());
      }
    }
    for (var field : object.properties()) {
      if (!ordered.has(field.getKey())) {
        ordered.set(field.getKey(), field.getValue());
      }
    }
    byte[] bytes = Json.bytes(ordered);
    JsonNode kind = ordered.path("kind");
    int metadataAt =
        START.length
            + Json.bytes(ordered.path("apiVersion")).length
            + ",\"kind\":,".length()
            + Json.bytes(kind).length;
    return new Template(bytes, metadataAt + VERSION.length, Facts.of(ordered));
  }
}
