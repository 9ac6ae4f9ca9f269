package io.beskar7.apiserver.protobuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The table of messages and their fields by number. */
final class Messages {
  /** A field's JSON name and how its value is read. */
  record Field(String name, String type) {}

  private static final Map<String, Map<Integer, Field>> ALL = load();

  private Messages() {}

  static boolean knows(String message) {
    return ALL.containsKey(message);
  }

  static Map<Integer, Field> fields(String message) {
    return Objects.requireNonNull(ALL.get(message), message);
  }

  private static Map<String, Map<Integer, Field>> load() {
    Map<String, Map<Integer, Field>> all = new HashMap<>();
    text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              Map<Integer, Field> fields = new HashMap<>();
              for (String field : line.substring(colon + 1).split(",")) {
                String[] parts = field.strip().split(" ");
                fields.put(Integer.valueOf(parts[0]), new Field(parts[1], parts[2]));
              }
              all.put(line.substring(0, colon), fields);
            });
    return all;
  }

  private static String text() {
    try (InputStream in = Messages.class.getResourceAsStream("messages.txt")) {
      return new String(
          Objects.requireNonNull(in, "messages.txt").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
