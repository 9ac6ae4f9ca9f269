package io.beskar7.boot.support;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is logged while this is open, with keys and values. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LogLines() {}

  public static LogLines capture() {
    LogLines lines = new LogLines();
    lines.start();
    ROOT.addAppender(lines);
    return lines;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(
        event.getFormattedMessage()
            + " "
            + event.getKeyValuePairs()
            + " "
            + (event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage()));
  }

  public List<String> all() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    ROOT.detachAppender(this);
  }
}
