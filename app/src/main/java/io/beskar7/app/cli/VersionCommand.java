package io.beskar7.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** beskar7 version. */
@Command(name = "version", description = "Show which build this is.")
final class VersionCommand implements Callable<Integer> {
  private final Context context;

  VersionCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.out().println(Version.line());
    return ExitCode.OK;
  }
}
