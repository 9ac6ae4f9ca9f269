package io.beskar7.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Sets up Logback: all records go to standard error, so that standard output stays for results. */
public final class Logs {
  private static final List<String> LIBRARIES =
      List.of(
          "org.eclipse.jetty",
          "io.fabric8",
          "io.javaoperatorsdk",
          "Default ConfigurationService implementation");

  private static final String VERSION_WARNINGS =
      "io.fabric8.kubernetes.client.dsl.internal.VersionUsageUtils";

  private Logs() {}

  /** For commands that serve: one record a line. */
  public static void serve(String format, String level, String stacktraces) {
    Level traced = Level.valueOf(stacktraces);
    start(
        format.equals("json")
            ? new JsonLines(traced)
            : new TextLines(ZoneId.systemDefault(), traced),
        Level.valueOf(level));
  }

  /** For commands that answer and end: only what went wrong. */
  public static void quiet() {
    start(new TextLines(ZoneId.systemDefault(), Level.OFF), Level.ERROR);
  }

  private static void start(Encoder<ILoggingEvent> encoder, Level level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(level);
    // Our kinds are v1beta1 and v1alpha1 on purpose: the client's warning about it helps nobody.
    context.getLogger(VERSION_WARNINGS).setLevel(Level.ERROR);
    if (level.isGreaterOrEqual(Level.DEBUG) && Level.WARN.isGreaterOrEqual(level)) {
      // The libraries' own debugging drowns ours; --log-level trace shows all.
      for (String library : LIBRARIES) {
        context.getLogger(library).setLevel(Level.WARN);
      }
    }
  }
}
