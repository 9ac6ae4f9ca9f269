package io.beskar7.simulator.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The log as a file of JSON lines. */
final class LogFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};

  private LogFile() {}

  static Writer append(Path path) throws IOException {
    return Files.newBufferedWriter(
        path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  static String line(LogEvent event) throws JsonProcessingException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("seq", event.seq());
    line.put("at", event.at().toString());
    line.put("nanos", event.nanos());
    line.put("type", event.type());
    line.putAll(event.fields());
    return JSON.writeValueAsString(line) + "\n";
  }

  /** Reads whole lines only: the last one may still be in the writing. */
  static List<LogEvent> read(Path path) throws IOException {
    String text = Files.readString(path, StandardCharsets.UTF_8);
    List<LogEvent> events = new ArrayList<>();
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      events.add(parse(line));
    }
    return events;
  }

  private static LogEvent parse(String line) throws JsonProcessingException {
    Map<String, Object> fields = JSON.readValue(line, FIELDS);
    return new LogEvent(
        take(fields, "seq", Number.class).longValue(),
        Instant.parse(take(fields, "at", String.class)),
        take(fields, "nanos", Number.class).longValue(),
        take(fields, "type", String.class),
        fields.entrySet().stream()
            .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
            .toArray());
  }

  private static <T> T take(Map<String, Object> fields, String name, Class<T> type) {
    Object value = fields.remove(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "log line: " + name + " is " + value + ", not a " + type.getSimpleName());
    }
    return type.cast(value);
  }
}
