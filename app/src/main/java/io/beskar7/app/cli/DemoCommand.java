package io.beskar7.app.cli;

import io.beskar7.api.common.Durations;
import io.beskar7.app.demo.Demo;
import io.beskar7.app.demo.DemoPlan;
import io.beskar7.app.demo.DemoResult;
import io.beskar7.app.demo.DemoShow;
import io.beskar7.app.run.Scratch;
import io.beskar7.app.run.Serving;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** beskar7 demo. */
@Command(
    name = "demo",
    description = {
      "Bring up a simulated rack, from power off to running machines: real Redfish over TLS, real",
      "network boot scripts, reports, claims and images, on loopback and free ports. Needs nothing",
      "but this computer."
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  beskar7 demo",
      "  beskar7 demo --hosts 30 --machines 20 --seed 7",
      "  beskar7 demo --keep                    keeps it running, to look around with kubectl",
      "  beskar7 demo -o json                   for programs: .assignments, .machineSeconds"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every machine is Provisioned",
      "1:not every machine was Provisioned before the deadline",
      ExitCode.USAGE_HELP
    })
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--hosts", paramLabel = "N", description = "Simulated servers. Default 12.")
  int hosts = 12;

  @Option(names = "--machines", paramLabel = "N", description = "Machines to bring up. Default 8.")
  int machines = 8;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides hardware and pace: one seed, one assignment. Default 1.")
  long seed = 1;

  @Option(names = "--keep", description = "Keep everything running afterwards, until Ctrl-C.")
  boolean keep;

  @Option(
      names = "--deadline",
      paramLabel = "DURATION",
      description = "Real time for all of it. Default 10m.")
  String deadline = "10m";

  @Option(
      names = "--time-scale",
      paramLabel = "N",
      description = "Simulated seconds in a real one. Default 20.")
  double timeScale = 20;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|json",
      description = "How to print the result. Default table.")
  OutputFormat output = OutputFormat.table;

  private final Context context;

  DemoCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    DemoPlan plan = new DemoPlan(hosts, machines, seed, deadline(), timeScale);
    check(plan);
    try (Scratch scratch = Scratch.create("beskar7-demo");
        Demo demo = Demo.start(plan, scratch.path(), context.clock())) {
      Thread hook = Serving.closingHook(() -> closeBoth(demo, scratch));
      Runtime.getRuntime().addShutdownHook(hook);
      DemoShow show =
          output == OutputFormat.json
              ? DemoShow.silent()
              : DemoShow.to(context.out(), context.terminal());
      DemoResult result = show.play(demo, plan);
      context.out().println(output == OutputFormat.json ? result.json() : result.table());
      finish(result, demo.kubeconfig());
      if (keep) {
        Serving.untilInterrupted();
      }
      return result.succeeded() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private static void closeBoth(Demo demo, Scratch scratch) throws Exception {
    demo.close();
    scratch.close();
  }

  private Duration deadline() {
    try {
      return Durations.parse(deadline);
    } catch (IllegalArgumentException refused) {
      throw new UserError(ExitCode.USAGE, "--deadline: " + refused.getMessage());
    }
  }

  private static void check(DemoPlan plan) {
    inRange("--hosts", plan.hosts(), 1, 1_000);
    inRange("--machines", plan.machines(), 0, plan.hosts());
    if (!(plan.timeScale() >= 1 && plan.timeScale() <= 1_000)) {
      throw new UserError(
          ExitCode.USAGE, "--time-scale is \"" + plan.timeScale() + "\": must be 1 to 1000");
    }
  }

  private static void inRange(String flag, int value, int least, int most) {
    if (value < least || value > most) {
      String why = flag.equals("--machines") ? " (as many as there are hosts)" : "";
      throw new UserError(
          ExitCode.USAGE,
          "%s is \"%d\": must be %d to %d%s".formatted(flag, value, least, most, why));
    }
  }

  private void finish(DemoResult result, Path kubeconfig) {
    if (output == OutputFormat.json) {
      return;
    }
    if (!result.succeeded()) {
      context.out().printf("Not everything came up before the deadline of %s.%n", deadline);
    }
    if (keep) {
      context.out().println("Everything keeps running until Ctrl-C. In another terminal:");
      context.out().println("  export KUBECONFIG=" + kubeconfig);
      context.out().println("  kubectl get ph,b7m,run");
      context.out().println("  beskar7 explain machine worker-1");
      context.out().println("  kubectl delete b7m worker-1 && beskar7 get hosts");
    } else {
      context.out().println("Next:");
      context.out().println("  beskar7 demo --keep            keep it running and look around");
      context.out().println("  beskar7 up                     the real thing; then, elsewhere:");
      context.out().println("  beskar7 sim                    servers for examples/rack.yaml");
    }
  }
}
