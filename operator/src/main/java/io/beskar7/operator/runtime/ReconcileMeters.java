package io.beskar7.operator.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts looks and failures for each kind. */
final class ReconcileMeters implements Metrics {
  private final MeterRegistry registry;

  ReconcileMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void reconcileCustomResource(
      HasMetadata resource, @Nullable RetryInfo retry, Map<String, Object> metadata) {
    count("beskar7.reconciles", "Looks at an object", resource);
  }

  @Override
  public void failedReconciliation(
      HasMetadata resource, Exception failure, Map<String, Object> metadata) {
    count("beskar7.reconcile.errors", "Looks that ended in an error", resource);
  }

  private void count(String name, String description, HasMetadata resource) {
    Counter.builder(name)
        .description(description)
        .tag("kind", resource.getKind())
        .register(registry)
        .increment();
  }
}
