package io.beskar7.app.demo;

import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Looks on, as any user could, and waits for what is to come. */
final class RackWatch implements AutoCloseable {
  private static final Duration FRAME = Duration.ofMillis(200);

  private final InstantSource clock;
  private final Semaphore changed = new Semaphore(0);
  private final SharedIndexInformer<PhysicalHost> hosts;
  private final SharedIndexInformer<Beskar7Machine> machines;
  private final SharedIndexInformer<ProvisioningRun> runs;

  RackWatch(KubernetesClient client, String namespace, InstantSource clock) {
    this.clock = clock;
    this.hosts = inform(client, namespace, PhysicalHost.class);
    this.machines = inform(client, namespace, Beskar7Machine.class);
    this.runs = inform(client, namespace, ProvisioningRun.class);
  }

  int available() {
    return (int)
        hosts.getStore().list().stream()
            .filter(h -> h.getStatus() != null && h.getStatus().state == HostState.AVAILABLE)
            .count();
  }

  List<PhysicalHost> hosts() {
    return hosts.getStore().list();
  }

  /** How many hosts are held by a machine. */
  int claimed() {
    return (int)
        hosts.getStore().list().stream().filter(h -> h.getSpec().consumerRef != null).count();
  }

  /** In the order of their numbers. */
  List<Beskar7Machine> machines() {
    return machines.getStore().list().stream()
        .sorted(
            Comparator.comparingInt((Beskar7Machine m) -> m.getMetadata().getName().length())
                .thenComparing(m -> m.getMetadata().getName()))
        .toList();
  }

  List<MachineProgress> progress() {
    return machines().stream().map(m -> MachineProgress.of(m, newestRun(m))).toList();
  }

  /** The run with the highest attempt of the highest epoch, or null. */
  @Nullable ProvisioningRun newestRun(Beskar7Machine machine) {
    return runs.getStore().list().stream()
        .filter(r -> r.getSpec().machineRef != null)
        .filter(r -> machine.getMetadata().getUid().equals(r.getSpec().machineRef.uid))
        .max(
            Comparator.comparing((ProvisioningRun r) -> r.getSpec().epoch)
                .thenComparing(r -> r.getSpec().attempt))
        .orElse(null);
  }

  /**
   * Waits.
   *
   * @param shows called a few times a second while something changes, and at the end
   * @return whether {@code done} came true before {@code until}
   */
  boolean await(BooleanSupplier done, Instant until, Runnable shows) throws InterruptedException {
    Instant shown = Instant.EPOCH;
    while (true) {
      boolean reached = done.getAsBoolean();
      Instant now = clock.instant();
      if (reached || !shown.plus(FRAME).isAfter(now)) {
        shows.run();
        shown = now;
      }
      if (reached || !now.isBefore(until)) {
        return reached;
      }
      if (changed.tryAcquire(FRAME.toMillis(), TimeUnit.MILLISECONDS)) {
        changed.drainPermits();
      }
    }
  }

  private <T extends HasMetadata> SharedIndexInformer<T> inform(
      KubernetesClient client, String namespace, Class<T> kind) {
    return client
        .resources(kind)
        .inNamespace(namespace)
        .inform(
            new ResourceEventHandler<T>() {
              @Override
              public void onAdd(T added) {
                changed.release();
              }

              @Override
              public void onUpdate(T before, T after) {
                changed.release();
              }

              @Override
              public void onDelete(T deleted, boolean unknown) {
                changed.release();
              }
            });
  }

  @Override
  public void close() {
    hosts.close();
    machines.close();
    runs.close();
  }
}
