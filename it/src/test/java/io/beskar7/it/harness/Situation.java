package io.beskar7.it.harness;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything the product says of its resources, for a test that fails. */
public final class Situation {
  private Situation() {}

  /** One line a machine, host, and run, with all conditions. */
  public static String of(KubernetesClient client) {
    return lines(client, Beskar7Machine.class, Situation::machine)
        + lines(client, PhysicalHost.class, Situation::host)
        + lines(client, ProvisioningRun.class, Situation::run);
  }

  private static <T extends HasMetadata> String lines(
      KubernetesClient client, Class<T> kind, Function<T, String> words) {
    return client.resources(kind).inAnyNamespace().list().getItems().stream()
        .map(object -> name(object) + words.apply(object))
        .collect(Collectors.joining("\n", kind.getSimpleName() + ":\n", "\n"));
  }

  private static String name(HasMetadata object) {
    boolean deleting = object.getMetadata().getDeletionTimestamp() != null;
    return "  " + object.getMetadata().getName() + (deleting ? " (deleting) " : " ");
  }

  private static String machine(Beskar7Machine machine) {
    return Rack.phaseOf(machine)
        + " "
        + machine.getSpec().providerID
        + (machine.getStatus() == null ? "" : conditions(machine.getStatus().conditions));
  }

  private static String host(PhysicalHost host) {
    return Rack.stateOf(host)
        + " for "
        + (host.getSpec().consumerRef == null ? "nobody" : host.getSpec().consumerRef.name)
        + (host.getStatus() == null ? "" : conditions(host.getStatus().conditions));
  }

  private static String run(ProvisioningRun run) {
    boolean failed = run.getStatus() != null && run.getStatus().failure != null;
    return (run.getSpec().closed == null ? "open" : "closed")
        + (failed ? " failed: " + run.getStatus().failure.message : "");
  }

  private static String conditions(List<Condition> conditions) {
    return conditions == null
        ? ""
        : conditions.stream()
            .map(
                condition ->
                    " [%s=%s %s: %s]"
                        .formatted(
                            condition.getType(),
                            condition.getStatus(),
                            condition.getReason(),
                            condition.getMessage()))
            .collect(Collectors.joining());
  }
}
