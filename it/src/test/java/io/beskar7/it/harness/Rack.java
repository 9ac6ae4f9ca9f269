package io.beskar7.it.harness;

import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.kube.KubeAccess;
import io.beskar7.app.run.Manager;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.FleetConfig;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A simulated rack and a Beskar7 that works on it, and the hands of a user. */
public final class Rack implements AutoCloseable {
  /** Of the user's objects on a stand-alone product. */
  public static final String NAMESPACE = "default";

  private static final double TIME_SCALE = 20;

  /**
   * Keys of ConfigMap beskar7-config: patience in simulated time, so that a busy computer does not
   * look like a broken host.
   */
  public static final Map<String, String> PATIENT =
      Map.of(
          "provisioning.maxConcurrentOps",
          "20",
          "provisioning.operationTimeout",
          "30m",
          "bmc.connectionTimeout",
          "120s",
          "bmc.requestTimeout",
          "300s",
          "provisioning.bootTimeout",
          "30m",
          "provisioning.inspectionTimeout",
          "1h",
          "provisioning.deploymentTimeout",
          "2h");

  private final Fleet fleet;
  private final UserYaml yaml;
  private final Site site;
  private final Map<String, String> keys;
  private Site.Product product;
  private KubernetesClient client;

  private Rack(Fleet fleet, Site site, Map<String, String> keys) {
    this.fleet = fleet;
    this.yaml = new UserYaml(fleet);
    this.site = site;
    this.keys = keys;
  }

  /** Fleet and stand-alone product. */
  public static Rack start(Path directory, FleetConfig config) throws IOException {
    return start(directory, config, Map.of());
  }

  /** Fleet and stand-alone product. */
  public static Rack start(Path directory, FleetConfig config, Map<String, String> keys)
      throws IOException {
    return start(new StandAloneSite(directory), config, keys);
  }

  /**
   * Starts fleet and product.
   *
   * @param site closed with the rack
   * @param keys of ConfigMap beskar7-config, over a patient standard
   */
  public static Rack start(Site site, FleetConfig config, Map<String, String> keys)
      throws IOException {
    Map<String, String> all = new HashMap<>(PATIENT);
    all.putAll(keys);
    Fleet fleet = Fleet.start(config.port(0).timeScale(TIME_SCALE));
    Rack rack = new Rack(fleet, site, all);
    try {
      rack.startProduct();
    } catch (IOException | RuntimeException e) {
      fleet.close();
      throw e;
    }
    return rack;
  }

  /** A new product on the same API. */
  public void restart() throws IOException {
    stopProduct();
    startProduct();
  }

  private void startProduct() throws IOException {
    Map<String, String> flags =
        Map.of(
            "--metrics-bind-address", "127.0.0.1:0",
            "--health-probe-bind-address", "127.0.0.1:0",
            "--boot-bind-address", "127.0.0.1:0",
            "--time-scale", String.valueOf(TIME_SCALE));
    product = site.start(flags, keys);
    client =
        KubeAccess.client(
            new ConfigBuilder(KubeAccess.fromFile(product.kubeconfig()))
                .withUserAgent("user")
                .build());
    fleet.bootUrl(URI.create("http://127.0.0.1:" + manager().bootPort() + "/api/v1/boot"));
  }

  private void stopProduct() {
    client.close();
    product.close();
  }

  public Fleet fleet() {
    return fleet;
  }

  public KubernetesClient client() {
    return client;
  }

  public Manager manager() {
    return product.manager();
  }

  public Path kubeconfig() {
    return product.kubeconfig();
  }

  /** Of all objects this rack's user writes. */
  public String namespace() {
    return site.namespace();
  }

  /** Credentials, CA and all hosts, as a user would apply them. */
  public void applyHosts() {
    applyAccess();
    fleet.hosts().forEach(host -> apply(yaml.host(host)));
  }

  /** The Secrets that hosts refer to. */
  public void applyAccess() {
    yaml.access().forEach(this::apply);
  }

  /** What a user would write for the fleet. */
  public UserYaml yaml() {
    return yaml;
  }

  public void applyMachine(String name) {
    applyMachine(name, spec -> {});
  }

  /** A machine and its bootstrap Secret. */
  public void applyMachine(String name, Consumer<Beskar7MachineSpec> edit) {
    apply(yaml.bootstrap(name));
    apply(yaml.machine(name, edit));
  }

  public void apply(HasMetadata object) {
    client.resource(object).inNamespace(namespace()).create();
  }

  public PhysicalHost host(String name) {
    return client.resources(PhysicalHost.class).inNamespace(namespace()).withName(name).get();
  }

  public Beskar7Machine machine(String name) {
    return client.resources(Beskar7Machine.class).inNamespace(namespace()).withName(name).get();
  }

  public List<PhysicalHost> hosts() {
    return client.resources(PhysicalHost.class).inNamespace(namespace()).list().getItems();
  }

  public List<Beskar7Machine> machines() {
    return client.resources(Beskar7Machine.class).inNamespace(namespace()).list().getItems();
  }

  /** Runs, oldest first. */
  public List<ProvisioningRun> runs() {
    List<ProvisioningRun> runs =
        new ArrayList<>(
            client.resources(ProvisioningRun.class).inNamespace(namespace()).list().getItems());
    runs.sort(Comparator.comparing(run -> run.getMetadata().getCreationTimestamp()));
    return runs;
  }

  public void deleteMachine(String name) {
    client.resources(Beskar7Machine.class).inNamespace(namespace()).withName(name).delete();
  }

  /** Waits until the machine is gone and its host is free again. */
  public void awaitGone(String machine) {
    await()
        .untilAsserted(
            () ->
                Assertions.assertThat(machine(machine))
                    .as(() -> describeMachines() + "\n" + describeHosts())
                    .isNull());
  }

  /**
   * Waits patiently. A product that is being stopped may drop work with an uncaught exception in
   * one of the framework's threads: that is no news about what is waited for.
   */
  public static ConditionFactory await() {
    return Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50));
  }

  public void awaitHosts(HostState state, int count) {
    await()
        .untilAsserted(
            () ->
                Assertions.assertThat(
                        hosts().stream().map(Rack::stateOf).filter(state::equals).count())
                    .as(() -> describeHosts())
                    .isEqualTo(count));
  }

  public void awaitMachines(MachinePhase phase, int count) {
    await()
        .untilAsserted(
            () ->
                Assertions.assertThat(
                        machines().stream().map(Rack::phaseOf).filter(phase::equals).count())
                    .as(() -> describeMachines())
                    .isEqualTo(count));
  }

  public static HostState stateOf(PhysicalHost host) {
    return host.getStatus() == null ? null : host.getStatus().state;
  }

  public static MachinePhase phaseOf(Beskar7Machine machine) {
    return machine.getStatus() == null ? null : machine.getStatus().phase;
  }

  /** A condition as {@code status/reason/message}, or null. */
  public static String condition(List<Condition> conditions, String type) {
    return conditions == null
        ? null
        : conditions.stream()
            .filter(condition -> condition.getType().equals(type))
            .map(c -> c.getStatus() + "/" + c.getReason() + "/" + c.getMessage())
            .findFirst()
            .orElse(null);
  }

  public static String condition(PhysicalHost host, String type) {
    return host.getStatus() == null ? null : condition(host.getStatus().conditions, type);
  }

  public static String condition(Beskar7Machine machine, String type) {
    return machine.getStatus() == null ? null : condition(machine.getStatus().conditions, type);
  }

  /** For failing tests. */
  public String describeHosts() {
    return hosts().stream()
        .map(h -> h.getMetadata().getName() + " " + stateOf(h) + " " + condition(h, "Ready"))
        .collect(Collectors.joining("\n"));
  }

  public String describeMachines() {
    return machines().stream()
        .map(m -> m.getMetadata().getName() + " " + phaseOf(m) + " " + condition(m, "Ready"))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() throws IOException {
    stopProduct();
    site.close();
    fleet.close();
  }
}
