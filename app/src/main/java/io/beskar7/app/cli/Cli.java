package io.beskar7.app.cli;

import io.beskar7.app.config.ConfigException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Reads the arguments, runs the command, turns every way to fail into a message and a code. */
public final class Cli {
  private final Context context;

  private Cli(Context context) {
    this.context = context;
  }

  /**
   * Runs a command.
   *
   * @param terminal whether {@code out} is looked at by a person
   * @return the exit code
   */
  public static int run(
      String[] args,
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      boolean terminal) {
    Context context =
        new Context(
            out, err, environment, InstantSource.system(), ZoneId.systemDefault(), terminal);
    int code = new Cli(context).commandLine().execute(withManager(args));
    out.flush();
    err.flush();
    return code;
  }

  /** Flags without a command are those of the manager: that is how Deployments start it. */
  static String[] withManager(String[] args) {
    boolean bareFlags = args.length > 0 && args[0].startsWith("--");
    if (!bareFlags || args[0].equals("--help") || args[0].equals("--version")) {
      return args;
    }
    return Stream.concat(Stream.of("manager"), Stream.of(args)).toArray(String[]::new);
  }

  CommandLine commandLine() {
    CommandLine line = new CommandLine(new RootCommand(context));
    Commands.addTo(line, context);
    line.setOut(context.out())
        .setErr(context.err())
        .setExecutionExceptionHandler((thrown, command, parsed) -> report(thrown))
        .setParameterExceptionHandler(new Misunderstood(context.err()));
    for (CommandLine command : line.getSubcommands().values()) {
      command.setUsageHelpLongOptionsMaxWidth(46);
      command.setUsageHelpWidth(110);
    }
    return line.setUsageHelpWidth(100);
  }

  private int report(Exception thrown) {
    return switch (thrown) {
      case UserError user -> say(user.exitCode(), String.valueOf(user.getMessage()));
      case ConfigException config -> say(ExitCode.USAGE, String.valueOf(config.getMessage()));
      case KubernetesClientException api -> say(ExitCode.API, ApiTrouble.describe(api));
      case IOException io -> say(ExitCode.FAILED, String.valueOf(io.getMessage()));
      default -> {
        thrown.printStackTrace(context.err());
        yield say(ExitCode.FAILED, "unexpected: " + thrown);
      }
    };
  }

  private int say(int code, String message) {
    message.lines().forEach(line -> context.err().println("beskar7: " + line));
    return code;
  }
}
