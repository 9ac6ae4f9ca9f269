package io.beskar7.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** beskar7 without a command. */
@Command(
    name = "beskar7",
    description = {
      "Turns racks of bare-metal machines into Kubernetes clusters: finds hosts through their BMCs,",
      "boots them over the network, inspects them, claims them for machines, installs their system."
    },
    synopsisHeading = "Usage: ",
    customSynopsis = {
      "beskar7 COMMAND [OPTIONS]",
      "       beskar7 --FLAGS...    (the same as beskar7 manager --FLAGS...)"
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Try it without hardware:",
      "  beskar7 demo                              a simulated rack comes up while you watch",
      "Run it:",
      "  beskar7 up                                stand-alone, with its own Kubernetes-compatible API",
      "  beskar7 sim                               a simulated rack, in another terminal",
      "  export KUBECONFIG=.beskar7/kubeconfig",
      "  kubectl apply -f examples/rack.yaml",
      "  beskar7 get machines",
      "  beskar7 explain machine worker-1"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCode.OK_HELP, ExitCode.FAILED_HELP, ExitCode.USAGE_HELP, ExitCode.API_HELP})
final class RootCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(names = "--version", description = "Show the version.")
  boolean version;

  private final Context context;

  RootCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (version) {
      context.out().println(Version.line());
    } else {
      spec.commandLine().usage(context.out());
    }
    return ExitCode.OK;
  }
}
