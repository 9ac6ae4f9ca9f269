package io.beskar7.operator.machine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.Closed;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.domain.machine.Act;
import io.beskar7.domain.machine.Act.AddFinalizer;
import io.beskar7.domain.machine.Act.CloseRun;
import io.beskar7.domain.machine.Act.DropFinalizer;
import io.beskar7.domain.machine.Act.OpenRun;
import io.beskar7.domain.machine.Act.SetProviderId;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.kube.Finalizers;
import io.beskar7.operator.kube.LastLook;
import io.beskar7.operator.kube.MergePatcher;
import io.beskar7.operator.kube.StatusWriter;
import io.beskar7.operator.kube.Timestamps;
import io.beskar7.operator.kube.WriteResult;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what was decided. Every write carries the version that was looked at. */
final class MachineActor {
  private final KubernetesClient client;
  private final Finalizers finalizers;
  private final MergePatcher patcher;
  private final StatusWriter writer;
  private final RunFactory factory;
  private final Time time;
  private final LastLook<Beskar7Machine> lastLook;

  MachineActor(
      KubernetesClient client, RunFactory factory, Time time, LastLook<Beskar7Machine> lastLook) {
    this.client = client;
    this.finalizers = new Finalizers(client);
    this.patcher = new MergePatcher(client);
    this.writer = new StatusWriter(client);
    this.factory = factory;
    this.time = time;
    this.lastLook = lastLook;
  }

  /**
   * The machine as the API has it after all acts; null when a write lost and nothing may follow.
   */
  @Nullable Beskar7Machine act(Observation seen, List<Act> acts) {
    Beskar7Machine machine = seen.machine();
    for (Act act : acts) {
      machine = act(seen, machine, act);
      if (machine == null) {
        return null;
      }
    }
    return machine;
  }

  private @Nullable Beskar7Machine act(Observation seen, Beskar7Machine machine, Act act) {
    return switch (act) {
      case AddFinalizer _ -> object(finalizers.add(machine, Finalizers.BESKAR7_MACHINE));
      case DropFinalizer _ -> object(finalizers.drop(machine, Finalizers.BESKAR7_MACHINE));
      case SetProviderId(String host) -> object(patcher.patch(machine, providerId(machine, host)));
      case OpenRun order -> open(seen, machine, order) ? machine : null;
      case CloseRun order -> close(seen, order) ? machine : null;
    };
  }

  private @Nullable Beskar7Machine object(WriteResult<Beskar7Machine> result) {
    return switch (result) {
      case WriteResult.Unchanged<Beskar7Machine>(Beskar7Machine machine) -> machine;
      case WriteResult.Written<Beskar7Machine>(Beskar7Machine machine) -> {
        lastLook.wrote(machine);
        yield machine;
      }
      case WriteResult.Conflict<Beskar7Machine> _, WriteResult.Gone<Beskar7Machine> _ -> null;
    };
  }

  private static ObjectNode providerId(Beskar7Machine machine, String host) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    String id = ProviderIds.of(machine.getMetadata().getNamespace(), host);
    fields.withObject("/spec").put("providerID", id);
    return fields;
  }

  /**
   * The name says all that makes a run: who finds it there has opened it before. The caches have
   * not told of it, so nothing of what they say of this machine may be put on record now.
   */
  private boolean open(Observation seen, Beskar7Machine machine, OpenRun order) {
    PhysicalHost host = seen.host();
    if (host == null) {
      throw new IllegalStateException("run " + order.run() + " has no host: it was not verified");
    }
    ProvisioningRun run = factory.create(order, machine, host, seen.bootstrapSecret());
    try {
      client.resource(run).create();
      return true;
    } catch (KubernetesClientException refused) {
      if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw refused;
      }
      return false;
    }
  }

  private boolean close(Observation seen, CloseRun order) {
    ProvisioningRun run = seen.runs().get(order.run());
    if (run == null) {
      return false;
    }
    ProvisioningRun next = writer.copy(run);
    next.getSpec().closed = new Closed();
    next.getSpec().closed.outcome = RunOutcome.valueOf(order.outcome().name());
    next.getSpec().closed.cause = Reasons.of(order.cause()).wire();
    next.getSpec().closed.message = order.message();
    next.getSpec().closed.at = Timestamps.millis(time.now());
    return writer.update(run, next).stands();
  }
}
