package io.beskar7.app.cli;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.config.Nearest;
import io.beskar7.app.explain.Explainer;
import io.beskar7.app.explain.Explanation;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** beskar7 explain. */
@Command(
    name = "explain",
    description = {
      "Explain one host or machine: what is it waiting for, since when, what happens next,",
      "and everything that has happened to it."
    },
    footer = {
      "",
      "Examples:",
      "  beskar7 explain machine worker-1",
      "  beskar7 explain host rack-1 -n default"
    })
final class ExplainCommand implements Callable<Integer> {
  enum What {
    host,
    machine
  }

  @Parameters(index = "0", paramLabel = "host|machine", description = "What it is.")
  What what = What.host;

  @Parameters(index = "1", paramLabel = "NAME", description = "What it is called.")
  String name = "";

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "Its namespace; needed when the name exists in several.")
  @Nullable String namespace;

  @Mixin final ApiOptions api = new ApiOptions();
  private final Context context;

  ExplainCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (KubernetesClient client = api.connect(context)) {
      Instant now = context.clock().instant();
      Explanation explanation =
          switch (what) {
            case host -> host(client, find(client, PhysicalHost.class), now);
            case machine -> machine(client, find(client, Beskar7Machine.class), now);
          };
      context.out().print(explanation.render(now, context.zone()));
    }
    return ExitCode.OK;
  }

  private Explanation host(KubernetesClient client, PhysicalHost host, Instant now) {
    String uid = host.getMetadata().getUid();
    return Explainer.host(
        host,
        runs(client, host, r -> uid.equals(r.getSpec().hostRef.uid)),
        events(client, host),
        now);
  }

  private Explanation machine(KubernetesClient client, Beskar7Machine machine, Instant now) {
    String uid = machine.getMetadata().getUid();
    Predicate<ProvisioningRun> its =
        r -> r.getSpec().machineRef != null && uid.equals(r.getSpec().machineRef.uid);
    return Explainer.machine(machine, runs(client, machine, its), events(client, machine), now);
  }

  private static List<ProvisioningRun> runs(
      KubernetesClient client, HasMetadata of, Predicate<ProvisioningRun> its) {
    return client
        .resources(ProvisioningRun.class)
        .inNamespace(of.getMetadata().getNamespace())
        .list()
        .getItems()
        .stream()
        .filter(its)
        .toList();
  }

  private static List<Event> events(KubernetesClient client, HasMetadata of) {
    return client
        .v1()
        .events()
        .inNamespace(of.getMetadata().getNamespace())
        .withField("involvedObject.uid", of.getMetadata().getUid())
        .list()
        .getItems();
  }

  private <T extends HasMetadata> T find(KubernetesClient client, Class<T> kind) {
    List<T> all =
        namespace == null
            ? client.resources(kind).inAnyNamespace().list().getItems()
            : client.resources(kind).inNamespace(namespace).list().getItems();
    List<T> found = all.stream().filter(o -> o.getMetadata().getName().equals(name)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    String where = namespace == null ? "" : " in namespace " + namespace;
    if (found.isEmpty()) {
      List<String> names = all.stream().map(o -> o.getMetadata().getName()).toList();
      String hint = Nearest.to(name, names).map(n -> "; did you mean " + n + "?").orElse("");
      throw new UserError(
          ExitCode.FAILED, "there is no %s \"%s\"%s%s".formatted(what, name, where, hint));
    }
    List<String> namespaces = found.stream().map(o -> o.getMetadata().getNamespace()).toList();
    throw new UserError(
        ExitCode.USAGE,
        "%s \"%s\" exists in namespaces %s: choose one with -n"
            .formatted(what, name, String.join(", ", namespaces)));
  }
}
