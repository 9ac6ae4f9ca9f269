package io.beskar7.operator.runtime;

import io.beskar7.operator.bmc.NameResolver;
import io.beskar7.operator.claim.ClaimRoom;
import io.beskar7.operator.cluster.Beskar7ClusterReconciler;
import io.beskar7.operator.host.HostController;
import io.beskar7.operator.kube.EventRecorder;
import io.beskar7.operator.kube.Watching;
import io.beskar7.operator.machine.MachineRoom;
import io.beskar7.operator.owner.ClusterApi;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.OperatorException;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All reconcilers, running. Whoever is elected starts it and closes it when the election is lost;
 * that may happen again and again in one process.
 */
public final class OperatorRuntime implements AutoCloseable {
  /** What is under way when it stops gets this long to end, in real time. */
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final OperatorDependencies on;
  private final WatchHealth watches = new WatchHealth();
  private final EventRecorder events;
  private final Operator operator;
  private final ClusterApi clusterApi;
  private final MachineRoom machines;
  private final ClaimRoom claims;

  private OperatorRuntime(OperatorDependencies on) {
    this.on = on;
    this.events = new EventRecorder(on.client(), on.time());
    this.operator = new Operator(overrider -> configure(on, watches, overrider));
    this.clusterApi = new ClusterApi(on.client());
    this.machines =
        new MachineRoom(
            on.client(),
            clusterApi,
            events,
            on.registry(),
            on.time(),
            () -> on.settings().get().machines());
    this.claims =
        new ClaimRoom(
            on.client(),
            on.time(),
            events,
            machines.surroundings(),
            machines::wake,
            on.settings().get().watchNamespaces());
  }

  /** Returns when all caches are full and all reconcilers run. */
  public static OperatorRuntime start(OperatorDependencies on) {
    return start(on, OperatorRuntime::registerHosts);
  }

  private static void registerHosts(OperatorRuntime runtime) {
    OperatorDependencies on = runtime.on;
    HostController.register(
        runtime.operator,
        new HostController.Dependencies(
            on.client(),
            on.gateway(),
            on.time(),
            () -> on.settings().get().hosts(),
            watching(on),
            runtime.events,
            on.registry(),
            NameResolver.system()));
  }

  /**
   * Starts.
   *
   * @param hosts registers whoever looks after hosts
   */
  static OperatorRuntime start(OperatorDependencies on, Consumer<OperatorRuntime> hosts) {
    OperatorRuntime runtime = new OperatorRuntime(on);
    try {
      hosts.accept(runtime);
      runtime.register();
      runtime.claims.start();
      runtime.operator.start();
      if (Thread.currentThread().isInterrupted()) { // which the framework keeps to itself
        throw new OperatorException("interrupted while starting");
      }
      return runtime;
    } catch (RuntimeException failure) {
      runtime.abandon();
      throw failure;
    }
  }

  /** Ends a start that failed, also when it failed because it was interrupted. */
  private void abandon() {
    boolean interrupted = Thread.interrupted(); // would keep what follows from waiting
    Watches.stop(operator);
    close();
    Watches.stop(operator); // those that the framework's threads were still about to open
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many watches the reconcilers keep. */
  long watchCount() {
    return Watches.of(operator).filter(InformerHealthIndicator::isRunning).count();
  }

  private static void configure(
      OperatorDependencies on, WatchHealth watches, ConfigurationServiceOverrider overrider) {
    overrider
        .withKubernetesClient(on.client())
        .withCloseClientOnStop(false)
        .checkingCRDAndValidateLocalModel(false)
        .withUseSSAToPatchPrimaryResource(false)
        .withConcurrentReconciliationThreads(on.settings().get().concurrency())
        .withReconciliationTerminationTimeout(FAREWELL)
        .withMetrics(
            new AggregatedMetrics(List.of(new ReconcileMeters(on.registry()), new Successors())))
        // The default ends the whole process, which also serves the boot network.
        .withInformerStoppedHandler(
            (informer, failure) -> watches.ended(informer.getApiTypeClass(), failure));
  }

  /** Takes in one more, as whoever looks after hosts does. */
  void register(Reconciler<?> reconciler) {
    operator.register(reconciler);
  }

  private void register() {
    operator.register(
        machines.reconciler(claims), overrider -> machines.configure(common(overrider)));
    var clusters = new Beskar7ClusterReconciler(on.client(), clusterApi, on.time());
    operator.register(clusters, overrider -> clusters.configure(common(overrider)));
  }

  private <T extends HasMetadata> ControllerConfigurationOverrider<T> common(
      ControllerConfigurationOverrider<T> overrider) {
    return watching(on).configure(overrider, on.time());
  }

  private static Watching watching(OperatorDependencies on) {
    OperatorSettings now = on.settings().get();
    return new Watching(now.watchNamespaces(), now.resyncInterval());
  }

  /** Whether all caches are filled and all watches run. */
  public boolean ready() {
    return troubles().isEmpty();
  }

  /** What keeps it from being ready, one sentence each. */
  public List<String> troubles() {
    List<String> troubles = new ArrayList<>(watches.troubles(operator.getRuntimeInfo()));
    if (!claims.ready()) {
      troubles.add("the caches for claims are not filled");
    }
    return troubles;
  }

  /** Stops looking at once, and returns within five seconds. */
  @Override
  public void close() {
    operator.stop();
    claims.close();
    events.close();
  }
}
