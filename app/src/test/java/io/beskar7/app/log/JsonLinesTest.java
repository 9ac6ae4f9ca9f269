package io.beskar7.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class JsonLinesTest {
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

  @Test
  void aRecordIsOneObjectWithItsKeysInAFixedOrder() throws IOException {
    LoggingEvent event = event(Level.INFO, "selecting host", null);
    event.setKeyValuePairs(
        List.of(
            new KeyValuePair("namespace", "rack"),
            new KeyValuePair("machine", "worker-1"),
            new KeyValuePair("epoch", 3L)));

    String line = encode(event);

    assertThat(line)
        .isEqualTo(
            "{\"time\":\"2026-01-01T10:00:00.123Z\",\"level\":\"info\",\"msg\":\"selecting host\","
                + "\"namespace\":\"rack\",\"machine\":\"worker-1\",\"epoch\":3,"
                + "\"logger\":\"io.beskar7.Test\"}\n");
  }

  @Test
  void lineBreaksStayInsideTheLine() throws IOException {
    LoggingEvent event = event(Level.INFO, "two\nlines", null);
    event.setKeyValuePairs(List.of(new KeyValuePair("host", "a\r\nb\u2028")));

    assertThat(encode(event).strip()).doesNotContain("\n", "\r");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "bmc-password", "Authorization", "sessionToken", "X-Auth-Token"})
  void aKeyThatMayHoldASecretIsWrittenWithoutItsValue(String key) throws IOException {
    LoggingEvent event = event(Level.WARN, "login", null);
    event.setKeyValuePairs(List.of(new KeyValuePair(key, "hunter2")));

    String line = encode(event);

    assertThat(line).doesNotContain("hunter2");
    assertThat(new ObjectMapper().readTree(line).path(key).asText()).isEqualTo("***");
    assertThat(
            new String(
                new TextLines(ZoneOffset.UTC, Level.OFF).encode(event), StandardCharsets.UTF_8))
        .doesNotContain("hunter2")
        .contains("login");
  }

  @Test
  void aStackTraceIsWrittenFromItsLevelOn() throws IOException {
    JsonNode warning = parse(event(Level.WARN, "m", new IOException("cut")));
    JsonNode error = parse(event(Level.ERROR, "m", new IOException("cut")));

    assertThat(warning.path("error").asText()).isEqualTo("java.io.IOException: cut");
    assertThat(warning.has("stacktrace")).isFalse();
    assertThat(error.path("stacktrace").asText()).contains("at io.beskar7.app.log.JsonLinesTest");
  }

  @Test
  void aKeyCannotReplaceAFieldOfTheRecord() throws IOException {
    LoggingEvent event = event(Level.INFO, "true message", null);
    event.setKeyValuePairs(List.of(new KeyValuePair("msg", "forged")));

    JsonNode node = parse(event);

    assertThat(node.path("msg").asText()).isEqualTo("true message");
    assertThat(names(node)).isEqualTo(4);
  }

  private static int names(JsonNode node) {
    int n = 0;
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); names.next()) {
      n++;
    }
    return n;
  }

  private JsonNode parse(LoggingEvent event) throws IOException {
    return new ObjectMapper().readTree(encode(event));
  }

  private static String encode(LoggingEvent event) {
    return new String(new JsonLines(Level.ERROR).encode(event), StandardCharsets.UTF_8);
  }

  private LoggingEvent event(Level level, String message, Throwable thrown) {
    LoggingEvent event =
        new LoggingEvent(
            "io.beskar7.Test", context.getLogger("io.beskar7.Test"), level, message, thrown, null);
    event.setInstant(Instant.parse("2026-01-01T10:00:00.123456Z"));
    return event;
  }
}
