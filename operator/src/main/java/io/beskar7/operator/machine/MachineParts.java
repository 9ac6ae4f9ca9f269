package io.beskar7.operator.machine;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.kube.Events;
import io.beskar7.operator.kube.LastLook;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.function.Supplier;

/** What a {@link Beskar7MachineReconciler} works with. */
record MachineParts(
    KubernetesClient client,
    Events events,
    MachineMeters meters,
    Time time,
    Supplier<MachineRoomSettings> settings,
    LastLook<Beskar7Machine> lastLook) {}
