package io.beskar7.operator.runtime;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.DeployMode;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.api.machine.Bootstrap;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.domain.time.SystemTime;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** One namespace with servers and an operator, and a user who works with kubectl's means. */
final class Site implements AutoCloseable {
  /** Product time passes so much faster, where deadlines have to pass. */
  private static final int FAST = 200;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String DIGEST = "sha256:" + "ab".repeat(32);

  final KubernetesClient client;
  final String namespace;
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final Servers servers;
  private final SystemTime time;
  private final OperatorSettings settings;
  private OperatorRuntime runtime;

  private Site(EmbeddedApiServer api, int scale, int maxAttempts) {
    this.client = api.client();
    this.namespace = api.namespace();
    this.servers = new Servers(client, namespace);
    this.time = new SystemTime(scale);
    OperatorSettings d = OperatorSettings.defaults();
    this.settings =
        new OperatorSettings(
            d.namespace(),
            Set.of(namespace),
            d.bootTimeout(),
            d.inspectionTimeout(),
            d.deploymentTimeout(),
            d.operationTimeout(),
            maxAttempts,
            d.quarantineAfter(),
            d.pollInterval(),
            Duration.ofHours(scale),
            4);
    start();
  }

  /** Deadlines are as in production: none passes during a test. */
  static Site patient(EmbeddedApiServer api) {
    return new Site(api, 1, 3);
  }

  /** Deadlines pass within seconds. */
  static Site hasty(EmbeddedApiServer api, int maxAttempts) {
    return new Site(api, FAST, maxAttempts);
  }

  void start() {
    runtime =
        OperatorRuntime.start(
            new OperatorDependencies(client, null, registry, time, () -> settings), o -> {});
  }

  void stop() {
    runtime.close();
  }

  void restart() {
    stop();
    start();
  }

  boolean ready() {
    return runtime.ready();
  }

  void host(String name) {
    host(name, host -> {});
  }

  void host(String name, Consumer<PhysicalHost> edit) {
    PhysicalHost host = new PhysicalHost();
    host.setMetadata(new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
    host.setSpec(new PhysicalHostSpec());
    host.getSpec().redfishConnection = new RedfishConnection();
    host.getSpec().redfishConnection.address = "127.0.0.1";
    host.getSpec().redfishConnection.credentialsSecretRef = "bmc";
    edit.accept(host);
    client.resource(host).create();
  }

  void bootstrapData() {
    secret("boot-data", "value", "#cloud-config");
  }

  void secret(String name, String key, String value) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .addToStringData(key, value)
                .build())
        .create();
  }

  void machine(String name) {
    machine(name, machine -> {});
  }

  void machine(String name, Consumer<Beskar7Machine> edit) {
    Beskar7Machine machine = new Beskar7Machine();
    machine.setMetadata(new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
    machine.setSpec(new Beskar7MachineSpec());
    machine.getSpec().inspectionImage = "http://images/inspector";
    machine.getSpec().targetOSImage = "http://images/os.raw";
    machine.getSpec().targetOSImageDigest = DIGEST;
    machine.getSpec().deployMode = DeployMode.IMAGE;
    machine.getSpec().bootstrap = new Bootstrap();
    machine.getSpec().bootstrap.dataSecretName = "boot-data";
    edit.accept(machine);
    client.resource(machine).create();
  }

  Beskar7Machine machineNow(String name) {
    return client.resources(Beskar7Machine.class).inNamespace(namespace).withName(name).get();
  }

  PhysicalHost hostNow(String name) {
    return client.resources(PhysicalHost.class).inNamespace(namespace).withName(name).get();
  }

  List<ProvisioningRun> runs() {
    return client.resources(ProvisioningRun.class).inNamespace(namespace).list().getItems();
  }

  List<String> events(String reason) {
    return client.v1().events().inNamespace(namespace).list().getItems().stream()
        .filter(event -> reason.equals(event.getReason()))
        .map(Event::getMessage)
        .toList();
  }

  void delete(String name) {
    client.resources(Beskar7Machine.class).inNamespace(namespace).withName(name).delete();
  }

  Beskar7Machine await(String name, MachinePhase phase) {
    return awaitMachine(name, "is " + phase, m -> m.getStatus().phase == phase);
  }

  Beskar7Machine awaitReason(String name, String reason) {
    return awaitMachine(
        name, "says " + reason, m -> reason.equals(condition(m, "Ready").getReason()));
  }

  Beskar7Machine awaitMachine(String name, String what, Predicate<Beskar7Machine> holds) {
    eventually(
        name + " " + what,
        () -> {
          Beskar7Machine machine = machineNow(name);
          return machine != null && machine.getStatus() != null && holds.test(machine);
        });
    return machineNow(name);
  }

  void awaitGone(String name) {
    eventually(name + " is gone", () -> machineNow(name) == null);
  }

  void awaitFree(String host) {
    eventually(host + " is free", () -> hostNow(host).getSpec().consumerRef == null);
  }

  static void eventually(String what, java.util.concurrent.Callable<Boolean> holds) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(holds);
  }

  static Condition condition(Beskar7Machine machine, String type) {
    Condition found = Conditions.find(machine.getStatus().conditions, type);
    return found == null ? new Condition() : found;
  }

  void editMachine(String name, Consumer<Beskar7Machine> edit) {
    merge(Beskar7Machine.class, name, () -> mergePatch(machineNow(name), edit));
  }

  /** A user's patch names no version; a user whose patch meets another's write tries again. */
  private <T extends HasMetadata> void merge(Class<T> kind, String name, Supplier<String> body) {
    eventually(
        name + " is patched",
        () -> {
          try {
            client
                .resources(kind)
                .inNamespace(namespace)
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), body.get());
            return true;
          } catch (KubernetesClientException refused) {
            if (refused.getCode() != 409) {
              throw refused;
            }
            return false;
          }
        });
  }

  private static String mergePatch(Beskar7Machine machine, Consumer<Beskar7Machine> edit) {
    edit.accept(machine);
    var meta = new java.util.LinkedHashMap<String, Object>();
    meta.put("labels", machine.getMetadata().getLabels());
    return io.fabric8.kubernetes.client.utils.Serialization.asJson(
        java.util.Map.of("metadata", meta, "spec", machine.getSpec()));
  }

  void fillSecret(String name, String key, String value) {
    client
        .secrets()
        .inNamespace(namespace)
        .withName(name)
        .patch("{\"stringData\": {\"%s\": \"%s\"}}".formatted(key, value));
  }

  void annotate(String machine, String annotation) {
    merge(Beskar7Machine.class, machine, () -> annotation(annotation));
  }

  private static String annotation(String annotation) {
    return annotation == null
        ? "{\"metadata\": {\"annotations\": null}}"
        : "{\"metadata\": {\"annotations\": {\"%s\": \"\"}}}".formatted(annotation);
  }

  void pauseHost(String host, boolean paused) {
    merge(PhysicalHost.class, host, () -> annotation(paused ? Annotations.PAUSED : null));
  }

  void pause(String machine, boolean paused) {
    annotate(machine, paused ? Annotations.PAUSED : null);
  }

  double count(String meter, String kind) {
    var counter = registry.find(meter).tag("kind", kind).counter();
    return counter == null ? 0 : counter.count();
  }

  @Override
  public void close() {
    stop();
    servers.close();
    time.close();
  }
}
