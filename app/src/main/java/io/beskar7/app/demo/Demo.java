package io.beskar7.app.demo;

import io.beskar7.app.config.BindAddress;
import io.beskar7.app.config.ConfigResolver;
import io.beskar7.app.kube.KubeAccess;
import io.beskar7.app.run.StandAlone;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.FleetConfig;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A fleet of simulated servers and a stand-alone Beskar7 on free ports. What it creates in the API
 * is what a user would; all else is done by the manager.
 */
public final class Demo implements AutoCloseable {
  /**
   * Patience: where simulated time is fast, a busy computer leaves little real time within limits
   * that are meant for real servers.
   */
  private static final Map<String, String> KEYS =
      Map.of(
          "provisioning.maxConcurrentOps", "20",
          "provisioning.operationTimeout", "30m",
          "provisioning.bootTimeout", "30m",
          "provisioning.inspectionTimeout", "1h",
          "provisioning.deploymentTimeout", "2h",
          "bmc.connectionTimeout", "120s",
          "bmc.requestTimeout", "300s",
          "reconcile.syncPeriod", "300s");

  private final DemoPlan plan;
  private final InstantSource clock;
  private final Instant started;
  private final Fleet fleet;
  private final StandAlone up;
  private final KubernetesClient client;

  private Demo(
      DemoPlan plan, InstantSource clock, Fleet fleet, StandAlone up, KubernetesClient client) {
    this.plan = plan;
    this.clock = clock;
    this.started = clock.instant();
    this.fleet = fleet;
    this.up = up;
    this.client = client;
  }

  /**
   * Starts servers and manager.
   *
   * @param directory empty; keeps the state
   */
  public static Demo start(DemoPlan plan, Path directory, InstantSource clock) throws IOException {
    Fleet fleet =
        Fleet.start(
            FleetConfig.of(plan.hosts())
                .seed(plan.seed())
                .port(0)
                .timeScale(plan.timeScale())
                .provisionedCallback(false));
    try {
      StandAlone up =
          StandAlone.start(
              new ConfigResolver(flags(plan), Map.of()),
              directory,
              new BindAddress("127.0.0.1", 0),
              KEYS);
      fleet.bootUrl(URI.create("http://127.0.0.1:" + up.manager().bootPort() + "/api/v1/boot"));
      KubernetesClient client = KubeAccess.client(KubeAccess.fromFile(up.kubeconfig()));
      return new Demo(plan, clock, fleet, up, client);
    } catch (IOException | RuntimeException e) {
      fleet.close();
      throw e;
    }
  }

  private static Map<String, String> flags(DemoPlan plan) {
    return Map.of(
        "--metrics-bind-address", "127.0.0.1:0",
        "--health-probe-bind-address", "127.0.0.1:0",
        "--boot-bind-address", "127.0.0.1:0",
        "--time-scale", String.valueOf(plan.timeScale()));
  }

  /** Enrols all hosts, then adds the machines and waits until each runs or the deadline passes. */
  public DemoResult run(Progress progress) throws InterruptedException {
    Instant until = started.plus(plan.deadline());
    try (RackWatch watch = new RackWatch(client, DemoPlan.NAMESPACE, clock)) {
      create(RackYaml.hosts(fleet, DemoPlan.NAMESPACE));
      boolean enrolled =
          watch.await(
              () -> watch.available() == plan.hosts(),
              until,
              () -> progress.hosts(watch.available(), plan.hosts(), elapsed()));
      Duration enrolment = elapsed();
      int available = watch.available();
      progress.end();
      Work before = Work.soFar(up.manager().meters());
      List<Instant> created = new ArrayList<>();
      if (enrolled) {
        for (int number = 1; number <= plan.machines(); number++) {
          created.add(clock.instant());
          create(RackYaml.machine(fleet, DemoPlan.NAMESPACE, number));
          int sofar = number;
          // Whoever asks first chooses among more hosts: one after the other, one seed is one
          // result.
          watch.await(
              () -> watch.claimed() >= sofar,
              until,
              () -> progress.machines(watch.progress(), elapsed()));
        }
        watch.await(
            () -> isOver(watch), until, () -> progress.machines(watch.progress(), elapsed()));
        progress.end();
      }
      Work work = Work.soFar(up.manager().meters()).since(before);
      return new DemoResult(plan, available, results(watch, created), work, enrolment, elapsed());
    }
  }

  private boolean isOver(RackWatch watch) {
    List<MachineProgress> machines = watch.progress();
    return machines.size() == plan.machines()
        && machines.stream().allMatch(m -> m.done() || m.failed());
  }

  private static List<MachineResult> results(RackWatch watch, List<Instant> created) {
    List<MachineResult> results = new ArrayList<>();
    watch
        .machines()
        .forEach(
            machine ->
                results.add(
                    MachineResult.of(
                        machine, watch.newestRun(machine), created.get(results.size()))));
    return results;
  }

  private void create(List<HasMetadata> objects) {
    objects.forEach(object -> client.resource(object).create());
  }

  private Duration elapsed() {
    return Duration.between(started, clock.instant());
  }

  public Path kubeconfig() {
    return up.kubeconfig();
  }

  @Override
  public void close() throws IOException {
    client.close();
    up.close();
    fleet.close();
  }
}
