package io.beskar7.app.cli;

import io.beskar7.app.config.BindAddress;
import io.beskar7.app.config.Config;
import io.beskar7.app.config.ConfigException;
import io.beskar7.app.config.ConfigResolver;
import io.beskar7.app.run.ConfigLoader;
import io.beskar7.app.run.Serving;
import io.beskar7.app.run.StandAlone;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** beskar7 up. */
@Command(
    name = "up",
    description = {
      "Run stand-alone: everything in one process, with its own Kubernetes-compatible API whose",
      "state is kept in the data directory. kubectl works on it."
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  beskar7 up                                 state in ./.beskar7, API on 127.0.0.1:6443",
      "  export KUBECONFIG=.beskar7/kubeconfig      then: kubectl apply -f examples/rack.yaml",
      "  beskar7 up --data-dir /var/lib/beskar7 --api-bind-address 127.0.0.1:0"
    })
final class UpCommand implements Callable<Integer> {
  @Option(
      names = "--data-dir",
      paramLabel = "DIRECTORY",
      description = "Where all state is kept. Default .beskar7 in the working directory.")
  Path dataDirectory = DataDirectory.STANDARD;

  @Option(
      names = "--api-bind-address",
      paramLabel = "HOST:PORT",
      description = "Where the Kubernetes API is served. Default 127.0.0.1:6443.")
  String apiAddress = "127.0.0.1:6443";

  private final Context context;
  private final SettingFlags flags;

  UpCommand(Context context, SettingFlags flags) {
    this.context = context;
    this.flags = flags;
  }

  @Override
  public Integer call() throws Exception {
    ConfigResolver resolver = flags.resolver(context.environment());
    Config early = ConfigLoader.early(resolver);
    BindAddress address = apiAddress();
    ServerLogs.start(early);
    try (StandAlone up =
        StandAlone.start(resolver, dataDirectory.toAbsolutePath(), address, Map.of())) {
      greet(up);
      Serving.untilToldToEnd(up);
    }
    return ExitCode.OK;
  }

  private BindAddress apiAddress() {
    try {
      return BindAddress.parse(apiAddress);
    } catch (IllegalArgumentException refused) {
      throw new ConfigException(
          List.of("--api-bind-address is \"" + apiAddress + "\": must be host:port"));
    }
  }

  private void greet(StandAlone up) {
    context
        .out()
        .println("Beskar7 is up. Ctrl-C ends it; its state stays in " + dataDirectory + ".");
    context.out().println("  Kubernetes API  " + up.apiUrl());
    context.out().println("  kubectl         export KUBECONFIG=" + up.kubeconfig());
    context.out().println("  boot scripts    port " + up.manager().bootPort() + ", /api/v1/boot");
    context.out().println("  metrics         port " + up.manager().metricsPort() + ", /metrics");
    context.out().println("  health          port " + up.manager().healthPort() + ", /readyz");
    context.out().flush();
  }
}
