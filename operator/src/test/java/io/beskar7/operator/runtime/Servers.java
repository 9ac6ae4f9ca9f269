package io.beskar7.operator.runtime;

import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Plays host reconciler, servers and boot server at once, through the API alone: runs are walked
 * through, released hosts are confirmed off, free hosts are available.
 */
final class Servers implements AutoCloseable {
  private final KubernetesClient client;
  private final String namespace;
  private final ExecutorService actor = Executors.newSingleThreadExecutor();
  private final Set<String> walked = ConcurrentHashMap.newKeySet();
  private final Map<String, Walk> byHost = new ConcurrentHashMap<>();
  private final List<SharedIndexInformer<?>> informers;
  private volatile Function<ProvisioningRun, Walk> walk = run -> Walk.RUNS;
  private volatile Consumer<ProvisioningRun> between = run -> {};
  private volatile boolean powersOff = true;

  Servers(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
    this.informers =
        List.of(
            watch(ProvisioningRun.class, this::walk),
            watch(PhysicalHost.class, this::tend),
            watch(Beskar7Machine.class, this::release));
  }

  /** What each run comes to. */
  Servers each(Function<ProvisioningRun, Walk> how) {
    walk = how;
    return this;
  }

  /** What the runs at one host come to. */
  Servers at(String host, Walk how) {
    byHost.put(host, how);
    return this;
  }

  /** Called before each step of a walk. */
  Servers between(Consumer<ProvisioningRun> pause) {
    between = pause;
    return this;
  }

  /** Whether BMCs confirm that released servers are off. */
  void powersOff(boolean works) {
    powersOff = works;
    client
        .resources(Beskar7Machine.class)
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(machine -> submit(() -> release(machine)));
  }

  /** As the host reconciler does with a host that another machine must not take. */
  void cordon(String host) {
    client
        .resources(PhysicalHost.class)
        .inNamespace(namespace)
        .withName(host)
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"cordoned\": true}}");
  }

  private <T extends HasMetadata> SharedIndexInformer<T> watch(Class<T> kind, Consumer<T> act) {
    return client
        .resources(kind)
        .inNamespace(namespace)
        .inform(
            new ResourceEventHandler<>() {
              @Override
              public void onAdd(T object) {
                submit(() -> act.accept(object));
              }

              @Override
              public void onUpdate(T last, T next) {
                submit(() -> act.accept(next));
              }

              @Override
              public void onDelete(T object, boolean unknown) {}
            });
  }

  private void submit(Runnable task) {
    try {
      actor.execute(task);
    } catch (RejectedExecutionException closed) {
      return; // the test is over
    }
  }

  private void walk(ProvisioningRun seen) {
    if (seen.getSpec().closed != null || !walked.add(seen.getMetadata().getUid())) {
      return;
    }
    Walk how = byHost.getOrDefault(seen.getSpec().hostRef.name, walk.apply(seen));
    for (Consumer<ProvisioningRunStatus> step : how.steps()) {
      between.accept(seen);
      change(
          ProvisioningRun.class,
          seen.getMetadata().getName(),
          run -> {
            if (run.getSpec().closed != null) {
              return false;
            }
            run.setStatus(
                Objects.requireNonNullElseGet(run.getStatus(), ProvisioningRunStatus::new));
            step.accept(run.getStatus());
            return true;
          });
    }
  }

  private void tend(PhysicalHost seen) {
    change(
        PhysicalHost.class,
        seen.getMetadata().getName(),
        host -> {
          HostState state =
              host.getSpec().consumerRef == null ? HostState.AVAILABLE : HostState.IN_USE;
          PhysicalHostStatus status =
              Objects.requireNonNullElseGet(host.getStatus(), PhysicalHostStatus::new);
          host.setStatus(status);
          boolean news = status.state != state;
          status.state = state;
          return news;
        });
  }

  private void release(Beskar7Machine machine) {
    if (!powersOff || machine.getStatus() == null || machine.getStatus().claim == null) {
      return;
    }
    if (!machine.isMarkedForDeletion()
        && !Boolean.TRUE.equals(machine.getStatus().claim.releasing)) {
      return;
    }
    change(
        PhysicalHost.class,
        machine.getStatus().claim.host,
        host -> {
          boolean held =
              host.getSpec().consumerRef != null
                  && machine.getMetadata().getUid().equals(host.getSpec().consumerRef.uid);
          if (held) {
            host.getStatus().releasedEpoch = host.getSpec().claimEpoch;
          }
          return held;
        });
  }

  private <T extends HasMetadata> void change(
      Class<T> kind, String name, Function<T, Boolean> edit) {
    while (true) {
      T object = client.resources(kind).inNamespace(namespace).withName(name).get();
      if (object == null || !edit.apply(object)) {
        return;
      }
      try {
        client.resource(object).updateStatus();
        return;
      } catch (KubernetesClientException refused) {
        if (refused.getCode() == 404) {
          return;
        }
        if (refused.getCode() != 409) {
          throw refused;
        }
      }
    }
  }

  @Override
  public void close() {
    informers.forEach(SharedIndexInformer::close);
    actor.shutdownNow();
  }
}
