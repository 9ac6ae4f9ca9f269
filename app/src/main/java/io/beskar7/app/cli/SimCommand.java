package io.beskar7.app.cli;

import io.beskar7.app.run.Serving;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** beskar7 sim. */
@Command(
    name = "sim",
    description = {
      "Run simulated servers only: BMCs with real Redfish over TLS on loopback addresses from",
      "127.7.0.1:8443 on, and machines behind them that boot from the network, install and run.",
      "The addresses, the login and the CA are those of examples/rack.yaml."
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  beskar7 sim                            beside beskar7 up, for examples/rack.yaml",
      "  beskar7 sim status host-0001 -o json   what a server of the running fleet is doing"
    })
final class SimCommand implements Callable<Integer> {
  static final Path ADMIN = DataDirectory.STANDARD.resolve("sim");

  @Option(names = "--hosts", paramLabel = "N", description = "Servers, 1 to 10000. Default 4.")
  int hosts = 4;

  @Option(names = "--seed", paramLabel = "N", description = "Decides hardware and pace. Default 1.")
  long seed = 1;

  @Option(
      names = "--boot-url",
      paramLabel = "URL",
      description =
          "Where servers ask for boot scripts. Default http://127.0.0.1:8082/api/v1/boot.")
  URI bootUrl = URI.create("http://127.0.0.1:8082/api/v1/boot");

  @Option(
      names = "--time-scale",
      paramLabel = "N",
      description = "Simulated seconds in a real one. Default 10.")
  double timeScale = 10;

  @Option(names = "--log", paramLabel = "FILE", description = "Write each event as a JSON line.")
  Path log = Path.of("");

  @Option(
      names = "--admin-file",
      paramLabel = "FILE",
      description = "How sim status finds this fleet. Default .beskar7/sim.")
  Path admin = ADMIN;

  private final Context context;

  SimCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    FleetConfig config;
    try {
      config =
          FleetConfig.of(hosts)
              .seed(seed)
              .imagePort(8480)
              .publicTestCa(true)
              .bootUrl(bootUrl)
              .timeScale(timeScale)
              .provisionedCallback(false)
              .adminFile(admin);
    } catch (IllegalArgumentException refused) {
      throw new UserError(ExitCode.USAGE, "--" + refused.getMessage());
    }
    if (!log.toString().isEmpty()) {
      config.logFile(log);
    }
    Files.createDirectories(admin.toAbsolutePath().getParent());
    try (Fleet fleet = Fleet.start(config)) {
      greet(fleet);
      Serving.untilToldToEnd(fleet);
    }
    return ExitCode.OK;
  }

  private void greet(Fleet fleet) {
    SimulatedHost first = fleet.hosts().getFirst();
    SimulatedHost last = fleet.hosts().getLast();
    context
        .out()
        .printf(
            "%d servers: %s at %s to %s at %s%n",
            fleet.hosts().size(), first.name(), first.bmcAddress(), last.name(), last.bmcAddress());
    context.out().println("  BMC login       " + first.username() + " / " + first.password());
    context.out().println("  images          " + fleet.imageServerUrl() + "/images/");
    context.out().println("  boot scripts    " + bootUrl);
    context.out().println("Try: kubectl apply -f examples/rack.yaml. Ctrl-C ends it.");
    context.out().flush();
  }
}
