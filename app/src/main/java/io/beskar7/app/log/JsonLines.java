package io.beskar7.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object a line: time, level, msg, the record's own keys, logger. A key that may hold a
 * secret is written without its value: nothing should log one, and this catches what does.
 */
public final class JsonLines extends EncoderBase<ILoggingEvent> {
  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] NOTHING = {};
  private static final Set<String> FIXED = Set.of("time", "level", "msg", "logger", "stacktrace");

  private final Level stacktraces;

  /**
   * @param stacktraces the least severe level whose records carry their stack trace
   */
  public JsonLines(Level stacktraces) {
    this.stacktraces = stacktraces;
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringWriter line = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", time(event));
      json.writeStringField("level", event.getLevel().toString().toLowerCase(Locale.ROOT));
      json.writeStringField("msg", event.getFormattedMessage());
      writeKeys(json, event);
      json.writeStringField("logger", event.getLoggerName());
      writeStacktrace(json, event);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String time(ILoggingEvent event) {
    Instant instant = event.getInstant();
    return (instant == null ? Instant.ofEpochMilli(event.getTimeStamp()) : instant)
        .truncatedTo(ChronoUnit.MILLIS)
        .toString();
  }

  private static void writeKeys(JsonGenerator json, ILoggingEvent event) throws IOException {
    Set<String> written = new HashSet<>(FIXED);
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    for (KeyValuePair pair : pairs == null ? List.<KeyValuePair>of() : pairs) {
      write(json, written, pair.key, pair.value);
    }
    for (Map.Entry<String, String> entry : event.getMDCPropertyMap().entrySet()) {
      write(json, written, entry.getKey(), entry.getValue());
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      write(json, written, "error", thrown.getClassName() + ": " + thrown.getMessage());
    }
  }

  private static void write(JsonGenerator json, Set<String> written, String key, Object value)
      throws IOException {
    if (!written.add(key)) {
      return;
    }
    json.writeFieldName(key);
    if (Secrets.mayHold(key)) {
      json.writeString(Secrets.HIDDEN);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(String.valueOf(value));
    }
  }

  private void writeStacktrace(JsonGenerator json, ILoggingEvent event) throws IOException {
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null && event.getLevel().isGreaterOrEqual(stacktraces)) {
      json.writeStringField("stacktrace", ThrowableProxyUtil.asString(thrown));
    }
  }
}
