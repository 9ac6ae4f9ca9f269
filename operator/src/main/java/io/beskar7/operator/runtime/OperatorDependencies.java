package io.beskar7.operator.runtime;

import io.beskar7.domain.bmc.BmcGateway;
import io.beskar7.domain.time.Time;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/**
 * What the reconcilers stand on. None of it is closed by them: it may serve one start after the
 * other.
 *
 * @param client with watches over plain HTTP (onlyHttpWatches) and rights on all kinds concerned
 */
public record OperatorDependencies(
    KubernetesClient client,
    BmcGateway gateway,
    MeterRegistry registry,
    Time time,
    Supplier<OperatorSettings> settings) {}
