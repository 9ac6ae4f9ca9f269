package io.beskar7.app.cli;

import java.util.function.Function;
import picocli.CommandLine;

/** All commands, in the order of the help. */
final class Commands {
  private Commands() {}

  static void addTo(CommandLine root, Context context) {
    root.addSubcommand(new DemoCommand(context))
        .addSubcommand(withSettings(flags -> new UpCommand(context, flags)))
        .addSubcommand(withSettings(flags -> new ManagerCommand(context, flags)))
        .addSubcommand(sim(context))
        .addSubcommand(new GetCommand(context))
        .addSubcommand(new ExplainCommand(context))
        .addSubcommand(new VersionCommand(context));
  }

  private static CommandLine sim(Context context) {
    return new CommandLine(new SimCommand(context)).addSubcommand(new SimStatusCommand(context));
  }

  private static CommandLine withSettings(Function<SettingFlags, Object> command) {
    SettingFlags flags = new SettingFlags();
    CommandLine line = new CommandLine(command.apply(flags));
    flags.addTo(line.getCommandSpec());
    return line;
  }
}
