package io.beskar7.app.cli;

import io.beskar7.app.config.Config;
import io.beskar7.app.config.LogSettings;
import io.beskar7.app.log.Logs;

/** The logs of commands that serve. */
final class ServerLogs {
  private ServerLogs() {}

  static void start(Config config) {
    Logs.serve(
        config.get(LogSettings.FORMAT),
        config.get(LogSettings.LEVEL),
        config.get(LogSettings.STACKTRACE_LEVEL));
  }
}
