package io.beskar7.app.cli;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.text.TextTable;
import io.beskar7.app.view.Views;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesListBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** beskar7 get. */
@Command(
    name = "get",
    description = "List hosts, machines or runs: what each is doing, since when, for whom.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  beskar7 get hosts",
      "  beskar7 get machines -n default",
      "  beskar7 get runs -o json"
    })
final class GetCommand implements Callable<Integer> {
  enum What {
    hosts,
    machines,
    runs
  }

  @Parameters(paramLabel = "hosts|machines|runs", description = "What to list.")
  What what = What.hosts;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "Only this namespace. Default: all.")
  @Nullable String namespace;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|json",
      description = "How to print. Default: table.")
  OutputFormat output = OutputFormat.table;

  @Mixin final ApiOptions api = new ApiOptions();
  private final Context context;

  GetCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (KubernetesClient client = api.connect(context)) {
      switch (what) {
        case hosts -> print(list(client, PhysicalHost.class), Views::hosts);
        case machines -> print(list(client, Beskar7Machine.class), Views::machines);
        case runs -> print(list(client, ProvisioningRun.class), Views::runs);
      }
    }
    return ExitCode.OK;
  }

  private <T extends HasMetadata> List<T> list(KubernetesClient client, Class<T> kind) {
    return namespace == null
        ? client.resources(kind).inAnyNamespace().list().getItems()
        : client.resources(kind).inNamespace(namespace).list().getItems();
  }

  private <T extends HasMetadata> void print(
      List<T> items, BiFunction<List<T>, Instant, TextTable> view) {
    if (output == OutputFormat.json) {
      HasMetadata[] all = items.toArray(HasMetadata[]::new);
      context
          .out()
          .println(Serialization.asJson(new KubernetesListBuilder().withItems(all).build()));
    } else if (items.isEmpty()) {
      context.out().println("no " + what + (namespace == null ? "" : " in namespace " + namespace));
    } else {
      context.out().print(view.apply(items, context.clock().instant()));
    }
  }
}
