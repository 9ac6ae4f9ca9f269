package io.beskar7.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.event.KeyValuePair;

/** One line for people: time of day, level, message, keys. */
public final class TextLines extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};
  private final DateTimeFormatter clock;
  private final Level stacktraces;

  /**
   * @param stacktraces the least severe level whose records carry their stack trace
   */
  public TextLines(ZoneId zone, Level stacktraces) {
    this.clock = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
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
    StringBuilder line = new StringBuilder(160);
    line.append(clock.format(Instant.ofEpochMilli(event.getTimeStamp())))
        .append(' ')
        .append(event.getLevel().toString().toLowerCase(Locale.ROOT))
        .append(' ')
        .append(event.getFormattedMessage());
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    for (KeyValuePair pair : pairs == null ? List.<KeyValuePair>of() : pairs) {
      String value = Secrets.mayHold(pair.key) ? Secrets.HIDDEN : String.valueOf(pair.value);
      line.append(' ').append(pair.key).append('=').append(oneLine(value));
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      line.append(" error=").append(oneLine(thrown.getClassName() + ": " + thrown.getMessage()));
    }
    line.append('\n');
    if (thrown != null && event.getLevel().isGreaterOrEqual(stacktraces)) {
      line.append(ThrowableProxyUtil.asString(thrown));
    }
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String oneLine(String text) {
    String flat = text.replaceAll("\\R", " ");
    return flat.contains(" ") ? '"' + flat + '"' : flat;
  }
}
