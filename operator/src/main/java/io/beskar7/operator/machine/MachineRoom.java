package io.beskar7.operator.machine;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.claim.Claims;
import io.beskar7.operator.claim.MachineKey;
import io.beskar7.operator.claim.Surroundings;
import io.beskar7.operator.kube.Events;
import io.beskar7.operator.kube.Finalizers;
import io.beskar7.operator.kube.LastLook;
import io.beskar7.operator.kube.News;
import io.beskar7.operator.owner.ClusterApi;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/**
 * The machine reconciler and what ties it to the claim room, which looks at machines' owners
 * through its caches and wakes machines that wait. For one start of the operator.
 */
public final class MachineRoom {
  private final MachineParts parts;
  private final OwnerSources owners;
  private final MachineWakes wakes;

  /** Wires the room; nothing is watched before the operator starts. */
  public MachineRoom(
      KubernetesClient client,
      ClusterApi clusterApi,
      Events events,
      MeterRegistry registry,
      Time time,
      Supplier<MachineRoomSettings> settings) {
    this.parts =
        new MachineParts(
            client,
            events,
            new MachineMeters(registry),
            time,
            settings,
            new LastLook<>(Facts::ofMachine));
    this.owners = new OwnerSources(clusterApi);
    this.wakes = new MachineWakes(time);
  }

  /** What the claim room has to know of owners. */
  public Surroundings surroundings() {
    return new OwnerSurroundings(owners);
  }

  /** The claim room has news for this machine; returns at once. */
  public void wake(MachineKey machine) {
    wakes.wake(machine);
  }

  /** The reconciler, to be registered once. */
  public Beskar7MachineReconciler reconciler(Claims claims) {
    return new Beskar7MachineReconciler(parts, owners, wakes, claims);
  }

  /** Adds what the reconciler needs of its configuration. */
  public void configure(ControllerConfigurationOverrider<Beskar7Machine> overrider) {
    OnUpdateFilter<Beskar7Machine> news = News.of(Facts::ofMachine);
    overrider.withOnUpdateFilter(
        news.and((next, last) -> parts.lastLook().isNews(next)).or(MachineRoom::finalizerLost));
  }

  private static boolean finalizerLost(Beskar7Machine next, Beskar7Machine last) {
    return Finalizers.has(last, Finalizers.BESKAR7_MACHINE)
        && !Finalizers.has(next, Finalizers.BESKAR7_MACHINE);
  }
}
