package io.beskar7.app.cli;

import picocli.CommandLine;

/** All commands, in the order of the help. */
final class Commands {
  private Commands() {}

  static void addTo(CommandLine root, Context context) {
    root.addSubcommand(new GetCommand(context))
        .addSubcommand(new ExplainCommand(context))
        .addSubcommand(new VersionCommand(context));
  }
}
