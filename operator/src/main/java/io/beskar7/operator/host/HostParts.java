package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.kube.LastLook;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.function.Supplier;

/** What a {@link HostReconciler} is put together from. */
record HostParts(
    KubernetesClient client,
    Time time,
    Supplier<HostSettings> settings,
    BmcDesk desk,
    Neighbours neighbours,
    HostObserver observer,
    HostRecord record,
    HostActor actor,
    Orphans orphans,
    HostNews news,
    LastLook<PhysicalHost> lastLook) {}
