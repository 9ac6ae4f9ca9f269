package io.beskar7.simulator.badfixture;

import io.beskar7.api.host.PhysicalHost;
import io.fabric8.kubernetes.client.KubernetesClient;

/** Breaks a house rule on purpose. */
public record KnowsFabric8(KubernetesClient client, PhysicalHost host) {}
