package io.beskar7.operator.runtime;

import io.beskar7.domain.time.Time;
import io.beskar7.operator.bmc.NameResolver;
import io.beskar7.operator.claim.ClaimRoom;
import io.beskar7.operator.claim.Surroundings;
import io.beskar7.operator.cluster.Beskar7ClusterReconciler;
import io.beskar7.operator.host.HostController;
import io.beskar7.operator.kube.EventRecorder;
import io.beskar7.operator.machine.Beskar7MachineReconciler;
import io.beskar7.operator.owner.ClusterApi;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.javaoperatorsdk.operator.processing.retry.Retry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All reconcilers, running. Whoever is elected starts it and closes it when the election is lost;
 * that may happen again and again in one process.
 */
public final class OperatorRuntime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorRuntime.class);

  /** What is under way when it stops gets this long to end, in real time. */
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

  private final OperatorDependencies on;
  private final EventRecorder events;
  private final ClaimRoom claims;
  private final Operator operator;

  private OperatorRuntime(
      OperatorDependencies on, EventRecorder events, ClaimRoom claims, Operator operator) {
    this.on = on;
    this.events = events;
    this.claims = claims;
    this.operator = operator;
  }

  /** Starts all reconcilers; returns when their caches are full. */
  public static OperatorRuntime start(OperatorDependencies on) {
    EventRecorder events = new EventRecorder(on.client(), on.time());
    ClaimRoom claims =
        new ClaimRoom(on.client(), on.time(), events, Surroundings.NONE, machine -> {});
    Operator operator = new Operator(overrider -> configure(on, overrider));
    OperatorRuntime runtime = new OperatorRuntime(on, events, claims, operator);
    try {
      claims.start();
      runtime.register();
      operator.start();
      return runtime;
    } catch (RuntimeException failure) {
      runtime.close();
      throw failure;
    }
  }

  private static void configure(OperatorDependencies on, ConfigurationServiceOverrider overrider) {
    overrider
        .withKubernetesClient(on.client())
        .withCloseClientOnStop(false)
        .checkingCRDAndValidateLocalModel(false)
        .withUseSSAToPatchPrimaryResource(false)
        .withConcurrentReconciliationThreads(on.settings().get().concurrency())
        .withReconciliationTerminationTimeout(FAREWELL)
        .withMetrics(new ReconcileMeters(on.registry()))
        // The default ends the whole process, which also serves the boot network.
        .withInformerStoppedHandler(
            (informer, failure) -> {
              if (failure != null) {
                LOG.atError()
                    .addKeyValue("resource", informer.getApiTypeClass().getSimpleName())
                    .setCause(failure)
                    .log("watch ended for good: not ready until restarted");
              }
            });
  }

  private void register() {
    HostController.register(
        operator,
        new HostController.Dependencies(
            on.client(),
            on.gateway(),
            on.time(),
            () -> on.settings().get().hosts(),
            events,
            on.registry(),
            NameResolver.system()));
    ClusterApi clusterApi = new ClusterApi(on.client());
    operator.register(
        new Beskar7MachineReconciler(
            on.client(),
            clusterApi,
            claims,
            events,
            on.registry(),
            on.time(),
            () -> on.settings().get().machines()),
        overrider -> common(overrider).withOnUpdateFilter(Beskar7MachineReconciler::concerns));
    operator.register(
        new Beskar7ClusterReconciler(on.client(), clusterApi, on.time()), this::common);
  }

  private <T extends HasMetadata> ControllerConfigurationOverrider<T> common(
      ControllerConfigurationOverrider<T> overrider) {
    OperatorSettings now = on.settings().get();
    if (now.watchNamespaces().isEmpty()) {
      overrider.watchingAllNamespaces();
    } else {
      overrider.settingNamespaces(now.watchNamespaces());
    }
    return overrider
        .withReconciliationMaxInterval(on.time().scaled(now.resyncInterval()))
        .withRetry(retry(on.time()));
  }

  private static Retry retry(Time time) {
    return new GenericRetry()
        .setInitialInterval(Math.max(1, time.scaled(FIRST_RETRY).toMillis()))
        .setIntervalMultiplier(2)
        .setMaxInterval(Math.max(1, time.scaled(LONGEST_RETRY).toMillis()))
        .withoutMaxAttempts();
  }

  /** Whether all caches are filled and all watches alive. */
  public boolean ready() {
    return operator.getRuntimeInfo().isStarted()
        && operator.getRuntimeInfo().allEventSourcesAreHealthy();
  }

  /** Stops looking at once, and returns within five seconds. */
  @Override
  public void close() {
    operator.stop();
    claims.close();
    events.close();
  }
}
