package io.beskar7.operator.kube;

import io.beskar7.domain.time.Time;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.util.Set;

/**
 * How all controllers watch and try again.
 *
 * @param namespaces to look after; empty for all
 * @param resync after which every object is looked at although nothing has happened; product time
 */
public record Watching(Set<String> namespaces, Duration resync) {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

  public Watching {
    namespaces = Set.copyOf(namespaces);
  }

  /** Configures a controller so. */
  public <T extends HasMetadata> ControllerConfigurationOverrider<T> configure(
      ControllerConfigurationOverrider<T> overrider, Time time) {
    if (namespaces.isEmpty()) {
      overrider.watchingAllNamespaces();
    } else {
      overrider.settingNamespaces(namespaces);
    }
    return overrider
        // Without it, objects that are being deleted are left to finalizers the framework sets.
        .withTriggerReconcilerOnAllEvents(true)
        .withReconciliationMaxInterval(time.scaled(resync))
        .withRetry(
            new GenericRetry()
                .setInitialInterval(Math.max(1, time.scaled(FIRST_RETRY).toMillis()))
                .setIntervalMultiplier(2)
                .setMaxInterval(Math.max(1, time.scaled(LONGEST_RETRY).toMillis()))
                .withoutMaxAttempts());
  }
}
