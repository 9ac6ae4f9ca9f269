package io.beskar7.operator.machine;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.claim.Claims;
import io.beskar7.operator.claim.MachineKey;
import io.beskar7.operator.claim.Surroundings;
import io.beskar7.operator.kube.Events;
import io.beskar7.operator.owner.ClusterApi;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
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
    this.parts = new MachineParts(client, events, new MachineMeters(registry), time, settings);
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
  public static void configure(ControllerConfigurationOverrider<Beskar7Machine> overrider) {
    overrider.withOnUpdateFilter(Changes::ofMachine);
  }
}
