package io.beskar7.operator.host;

import static org.awaitility.Awaitility.await;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.ObjectRef;
import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.api.machine.Claim;
import io.beskar7.api.run.Closed;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunSpec;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.RunKind;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.api.run.RunTimeouts;
import io.beskar7.domain.host.HostPolicy;
import io.beskar7.domain.time.SystemTime;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.operator.kube.Watching;
import io.beskar7.operator.testing.FakeBmcGateway;
import io.beskar7.operator.testing.FakeBmcs;
import io.beskar7.operator.testing.Noted;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.Operator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A namespace with hosts, the host reconciler, and a test that plays everybody else. */
final class HostWorld implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final KubernetesClient client;
  final String namespace;
  final FakeBmcs bmcs = new FakeBmcs();
  final Noted events = new Noted();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  FakeBmcGateway gateway;
  Set<String> watched = Set.of();
  HostPolicy policy =
      new HostPolicy(
          Duration.ofHours(1),
          Duration.ofMinutes(5),
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          3,
          10);
  private final SystemTime time = new SystemTime(1);
  private Operator operator;

  HostWorld(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
    start();
  }

  void start() {
    gateway = new FakeBmcGateway(bmcs);
    operator =
        new Operator(
            overrider ->
                overrider
                    .withKubernetesClient(client)
                    .withCloseClientOnStop(false)
                    .checkingCRDAndValidateLocalModel(false)
                    .withUseSSAToPatchPrimaryResource(false));
    HostController.register(
        operator,
        new HostController.Dependencies(
            client,
            gateway,
            time,
            () -> new HostSettings(policy),
            new Watching(watched, Duration.ofHours(1)),
            events,
            meters,
            HostWorld::resolve));
    operator.start();
  }

  /** Each name its own number; but alias-X is another name of X. */
  private static List<InetAddress> resolve(String host) {
    int number = host.replace("alias-", "").hashCode();
    byte[] bytes = {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    try {
      return List.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  void stop() {
    gateway.close();
    operator.stop();
  }

  /** A crash and a new process on the same API. */
  void restart() {
    stop();
    start();
  }

  @Override
  public void close() {
    stop();
    time.close();
    clear(PhysicalHost.class); // another test's host must not look like the same server
    clear(Beskar7Machine.class);
  }

  private <T extends HasMetadata> void clear(Class<T> kind) {
    for (T object : client.resources(kind).inNamespace(namespace).list().getItems()) {
      client.resource(object).delete();
      client
          .resource(object)
          .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");
    }
  }

  void secret(String name, String password, String addresses) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .addToAnnotations(Annotations.BMC_ADDRESSES, addresses)
                .endMetadata()
                .addToStringData("username", "admin")
                .addToStringData("password", password)
                .build())
        .create();
  }

  PhysicalHost host(String name) {
    return host(name, name, spec -> {});
  }

  PhysicalHost host(String name, String bmc, Consumer<PhysicalHostSpec> change) {
    PhysicalHost host = named(new PhysicalHost(), name);
    host.setSpec(new PhysicalHostSpec());
    host.getSpec().redfishConnection = new RedfishConnection();
    host.getSpec().redfishConnection.address = bmc;
    host.getSpec().redfishConnection.credentialsSecretRef = "bmc";
    change.accept(host.getSpec());
    return client.resource(host).create();
  }

  FakeBmcs.Server server(String bmc) {
    return bmcs.at("https://" + bmc + ":443");
  }

  PhysicalHost available(String name) {
    host(name);
    return state(name, HostState.AVAILABLE);
  }

  private <T extends HasMetadata> T named(T object, String name) {
    object.getMetadata().setNamespace(namespace);
    object.getMetadata().setName(name);
    return object;
  }

  Beskar7Machine machine(String name) {
    Beskar7Machine machine = named(new Beskar7Machine(), name);
    machine.getMetadata().setFinalizers(List.of("beskar7.io/test"));
    machine.setSpec(new Beskar7MachineSpec());
    machine.getSpec().inspectionImage = "http://example.com/inspect.ipxe";
    machine.getSpec().targetOSImage = "http://example.com/os.raw";
    return client.resource(machine).create();
  }

  /** The claim room's two writes. */
  void claim(String host, Beskar7Machine machine) {
    PhysicalHost now = get(host);
    long epoch = now.getSpec().claimEpoch == null ? 0 : now.getSpec().claimEpoch;
    change(
        Beskar7Machine.class,
        machine.getMetadata().getName(),
        m -> {
          m.setStatus(new Beskar7MachineStatus());
          m.getStatus().claim = new Claim();
          m.getStatus().claim.host = host;
          m.getStatus().claim.hostUID = now.getMetadata().getUid();
          m.getStatus().claim.epoch = epoch;
        },
        true);
    edit(
        host,
        h -> {
          h.getSpec().consumerRef = new ConsumerRef();
          h.getSpec().consumerRef.kind = "Beskar7Machine";
          h.getSpec().consumerRef.name = machine.getMetadata().getName();
          h.getSpec().consumerRef.namespace = namespace;
          h.getSpec().consumerRef.uid = machine.getMetadata().getUid();
          h.getSpec().claimEpoch = epoch + 1;
          h.getSpec().claimHostUID = h.getMetadata().getUid();
        });
  }

  void releasing(String machine) {
    change(Beskar7Machine.class, machine, m -> m.getStatus().claim.releasing = true, true);
  }

  /** The claim room lets go: no consumer, a higher epoch. */
  void letGo(String host) {
    edit(
        host,
        h -> {
          h.getSpec().consumerRef = null;
          h.getSpec().claimHostUID = null;
          h.getSpec().claimEpoch = h.getSpec().claimEpoch + 1;
        });
  }

  String run(String host, Beskar7Machine machine, int attempt) {
    PhysicalHost now = get(host);
    String name = machine.getMetadata().getName() + "-" + now.getSpec().claimEpoch + "-" + attempt;
    ProvisioningRun run = named(new ProvisioningRun(), name);
    run.setSpec(new ProvisioningRunSpec());
    run.getSpec().kind = RunKind.PROVISION;
    run.getSpec().hostRef = new ObjectRef(host, now.getMetadata().getUid());
    run.getSpec().machineRef =
        new ObjectRef(machine.getMetadata().getName(), machine.getMetadata().getUid());
    run.getSpec().epoch = now.getSpec().claimEpoch;
    run.getSpec().attempt = attempt;
    run.getSpec().timeouts = new RunTimeouts();
    run.getSpec().timeouts.boot = "5m";
    run.getSpec().timeouts.inspection = "10m";
    run.getSpec().timeouts.deployment = "20m";
    client.resource(run).create();
    return name;
  }

  void progress(String run, Consumer<ProvisioningRunStatus> next) {
    change(
        ProvisioningRun.class,
        run,
        r -> {
          if (r.getStatus() == null) {
            r.setStatus(new ProvisioningRunStatus());
          }
          next.accept(r.getStatus());
        },
        true);
  }

  void closeRun(String run, RunOutcome outcome, String cause) {
    change(
        ProvisioningRun.class,
        run,
        r -> {
          r.getSpec().closed = new Closed();
          r.getSpec().closed.outcome = outcome;
          r.getSpec().closed.cause = cause;
          r.getSpec().closed.at = "2026-01-01T00:00:00.000Z";
        },
        false);
  }

  void edit(String host, Consumer<PhysicalHost> edit) {
    change(PhysicalHost.class, host, edit, false);
  }

  /** Reads, changes and writes until nobody is in between. */
  <T extends HasMetadata> void change(
      Class<T> kind, String name, Consumer<T> edit, boolean status) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              T read = client.resources(kind).inNamespace(namespace).withName(name).get();
              edit.accept(read);
              try {
                if (status) {
                  client.resource(read).updateStatus();
                } else {
                  client.resource(read).update();
                }
                return true;
              } catch (KubernetesClientException e) {
                if (e.getCode() == 409) {
                  return false;
                }
                throw e;
              }
            });
  }

  PhysicalHost get(String host) {
    return client.resources(PhysicalHost.class).inNamespace(namespace).withName(host).get();
  }

  ProvisioningRun getRun(String run) {
    return client.resources(ProvisioningRun.class).inNamespace(namespace).withName(run).get();
  }

  PhysicalHost until(String host, String what, Predicate<PhysicalHost> predicate) {
    await(what).atMost(PATIENCE).until(() -> predicate.test(get(host)));
    return get(host);
  }

  PhysicalHost state(String host, HostState state) {
    return until(
        host, host + " is " + state, h -> h.getStatus() != null && h.getStatus().state == state);
  }

  PhysicalHost reason(String host, String reason) {
    return until(
        host,
        host + " says " + reason,
        h -> h.getStatus() != null && reason.equals(reason(h, Conditions.READY)));
  }

  static String reason(PhysicalHost host, String type) {
    Condition condition = Conditions.find(host.getStatus().conditions, type);
    return condition == null ? null : condition.getReason();
  }

  static String message(PhysicalHost host, String type) {
    return Conditions.find(host.getStatus().conditions, type).getMessage();
  }

  void settled(String what, Runnable assertion) {
    await(what).atMost(PATIENCE).untilAsserted(assertion::run);
  }

  void calm(String what, Runnable assertion) {
    assertion.run();
    await(what).during(Duration.ofMillis(300)).atMost(PATIENCE).untilAsserted(assertion::run);
  }
}
