package io.beskar7.app.cli;

/** How commands end. */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int API = 3;

  static final String OK_HELP = "0:done";
  static final String FAILED_HELP = "1:it did not work out, and the message says why";
  static final String USAGE_HELP = "2:an argument, a flag or a setting is refused";
  static final String API_HELP = "3:the Kubernetes API cannot be reached, or refuses";

  private ExitCode() {}
}
