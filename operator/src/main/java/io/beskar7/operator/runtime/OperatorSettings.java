package io.beskar7.operator.runtime;

import io.beskar7.domain.host.HostPolicy;
import io.beskar7.operator.host.HostSettings;
import io.beskar7.operator.machine.MachineRoomSettings;
import java.time.Duration;
import java.util.Set;

/**
 * What users set about the reconcilers; durations are product time. Namespaces, resync and
 * concurrency are read when the reconcilers start, all else whenever it is needed.
 *
 * @param namespace of the controller itself: where what belongs to no host is kept
 * @param watchNamespaces empty for all
 * @param operationTimeout of one BMC operation, as the lanes to the BMCs have it
 * @param quarantineAfter failed runs on one host after which it is taken out of service
 * @param pollInterval between two looks at the power of an unclaimed host
 * @param resyncInterval after which every object is looked at although nothing has happened
 * @param concurrency reconciliations at one time, for each kind
 */
public record OperatorSettings(
    String namespace,
    Set<String> watchNamespaces,
    Duration bootTimeout,
    Duration inspectionTimeout,
    Duration deploymentTimeout,
    Duration operationTimeout,
    int maxAttempts,
    int quarantineAfter,
    Duration pollInterval,
    Duration resyncInterval,
    int concurrency) {

  /** The lane itself ends an operation that takes too long; its word has this long to come. */
  private static final Duration LAST_WORD = Duration.ofMinutes(1);

  public static final String DEFAULT_NAMESPACE = "beskar7-system";

  public OperatorSettings {
    watchNamespaces = Set.copyOf(watchNamespaces);
    atLeastOne("quarantineAfter", quarantineAfter);
    atLeastOne("concurrency", concurrency);
    positive("operationTimeout", operationTimeout);
    positive("pollInterval", pollInterval);
    positive("resyncInterval", resyncInterval);
    new MachineRoomSettings(bootTimeout, inspectionTimeout, deploymentTimeout, maxAttempts);
  }

  /** What is used when nobody says anything. */
  public static OperatorSettings defaults() {
    MachineRoomSettings machines = MachineRoomSettings.DEFAULTS;
    return new OperatorSettings(
        DEFAULT_NAMESPACE,
        Set.of(),
        machines.bootTimeout(),
        machines.inspectionTimeout(),
        machines.deploymentTimeout(),
        Duration.ofMinutes(5),
        machines.maxAttempts(),
        3,
        Duration.ofMinutes(1),
        Duration.ofHours(1),
        10);
  }

  MachineRoomSettings machines() {
    return new MachineRoomSettings(bootTimeout, inspectionTimeout, deploymentTimeout, maxAttempts);
  }

  HostSettings hosts() {
    HostPolicy standard = HostPolicy.DEFAULT;
    return new HostSettings(
        new HostPolicy(
            pollInterval,
            operationTimeout.plus(LAST_WORD),
            standard.firstRetry(),
            standard.lastRetry(),
            quarantineAfter,
            standard.runsKept()));
  }

  private static void atLeastOne(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + " is " + value + ": must be 1 or more");
    }
  }

  private static void positive(String field, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(field + " is " + value + ": must be more than nothing");
    }
  }
}
