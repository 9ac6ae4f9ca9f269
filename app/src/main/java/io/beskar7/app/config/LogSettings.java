package io.beskar7.app.config;

import java.util.List;

/** What is logged, and how. */
public final class LogSettings {
  private static final List<String> LEVELS = List.of("trace", "debug", "info", "warn", "error");

  public static final Setting<String> LEVEL =
      Setting.of(new Kind.Choice(LEVELS), "info", "the least severe records that are written")
          .flag("--log-level")
          .env("BESKAR7_LOG_LEVEL")
          .key("log.level");
  public static final Setting<String> STACKTRACE_LEVEL =
      Setting.of(new Kind.Choice(LEVELS), "error", "the least severe records with a stack trace")
          .key("log.stacktraceLevel");
  public static final Setting<String> FORMAT =
      Setting.of(
              new Kind.Choice(List.of("json", "text")), "json", "one JSON object a line, or text")
          .flag("--log-format")
          .key("log.format");
  public static final Setting<String> TIME_ENCODING =
      Setting.of(new Kind.Choice(List.of("iso8601")), "iso8601", "how a record's time is written")
          .key("log.timeEncoding");

  private LogSettings() {}

  static List<Setting<?>> all() {
    return List.of(LEVEL, STACKTRACE_LEVEL, FORMAT, TIME_ENCODING);
  }
}
