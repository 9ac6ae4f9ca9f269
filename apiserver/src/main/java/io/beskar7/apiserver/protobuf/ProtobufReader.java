package io.beskar7.apiserver.protobuf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Reads objects of the built-in kinds. Empty texts and zeros count as absent, as their JSON form
 * has it.
 */
public final class ProtobufReader {
  public static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";

  private static final byte[] MAGIC = {'k', '8', 's', 0};
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private ProtobufReader() {}

  /**
   * @return the object, empty when its kind is not one of the table's
   * @throws IllegalArgumentException when the bytes are not in the Kubernetes envelope
   */
  public static Optional<ObjectNode> read(byte[] bytes) {
    if (bytes.length < MAGIC.length || !Arrays.equals(bytes, 0, 4, MAGIC, 0, 4)) {
      throw new IllegalArgumentException("the protobuf envelope of Kubernetes is missing");
    }
    try {
      ObjectNode envelope = message("Unknown", ByteBuffer.wrap(bytes, 4, bytes.length - 4).slice());
      String kind = Json.text(envelope, "typeMeta", "kind");
      if (!Messages.knows(kind)) {
        return Optional.empty();
      }
      byte[] raw = Base64.getDecoder().decode(Json.text(envelope, "raw"));
      ObjectNode object = message(kind, ByteBuffer.wrap(raw));
      object.put("apiVersion", Json.text(envelope, "typeMeta", "apiVersion"));
      return Optional.of(object.put("kind", kind));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the protobuf message ends too early", e);
    }
  }

  private static ObjectNode message(String name, ByteBuffer bytes) {
    Map<Integer, Messages.Field> fields = Messages.fields(name);
    ObjectNode object = Json.object();
    Wire wire = new Wire(bytes);
    while (wire.more()) {
      int key = (int) wire.varint();
      Messages.Field field = fields.get(key >>> 3);
      if (field == null) {
        wire.skip(key & 7);
      } else if ((key & 7) == Wire.VARINT) {
        number(object, field, wire.varint());
      } else {
        value(object, field, wire.delimited());
      }
    }
    return object;
  }

  private static void number(ObjectNode object, Messages.Field field, long value) {
    if (field.type().equals("bool")) {
      object.put(field.name(), value != 0);
    } else if (value != 0) {
      object.put(field.name(), value);
    }
  }

  private static void value(ObjectNode object, Messages.Field field, ByteBuffer bytes) {
    String name = field.name();
    switch (field.type()) {
      case "text" -> {
        if (bytes.hasRemaining()) {
          object.put(name, text(bytes));
        }
      }
      case "bytes" -> object.put(name, base64(bytes));
      case "texts" -> object.withArray(name).add(text(bytes));
      case "map", "bytemap" -> entry(Json.child(object, name), bytes, field.type().equals("map"));
      case "time", "micro" -> time(object, field, bytes);
      default -> {
        if (field.type().startsWith("[")) {
          String element = field.type().substring(1, field.type().length() - 1);
          object.withArray(name).add(message(element, bytes));
        } else if (bytes.hasRemaining()) {
          ObjectNode child = message(field.type(), bytes);
          if (!child.isEmpty()) {
            object.set(name, child);
          }
        }
      }
    }
  }

  private static void entry(ObjectNode map, ByteBuffer bytes, boolean textual) {
    Wire wire = new Wire(bytes);
    String key = "";
    String value = "";
    while (wire.more()) {
      int number = (int) wire.varint() >>> 3;
      ByteBuffer part = wire.delimited();
      if (number == 1) {
        key = text(part);
      } else {
        value = textual ? text(part) : base64(part);
      }
    }
    map.put(key, value);
  }

  private static void time(ObjectNode object, Messages.Field field, ByteBuffer bytes) {
    Wire wire = new Wire(bytes);
    long seconds = 0;
    long nanos = 0;
    boolean any = wire.more();
    while (wire.more()) {
      int number = (int) wire.varint() >>> 3;
      long value = wire.varint();
      seconds = number == 1 ? value : seconds;
      nanos = number == 2 ? value : nanos;
    }
    if (any && (seconds != 0 || nanos != 0)) {
      boolean micro = field.type().equals("micro");
      Instant instant = Instant.ofEpochSecond(seconds, micro ? nanos : 0);
      object.put(field.name(), micro ? MICROS.format(instant) : instant.toString());
    }
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  private static String base64(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return Base64.getEncoder().encodeToString(copy);
  }
}
