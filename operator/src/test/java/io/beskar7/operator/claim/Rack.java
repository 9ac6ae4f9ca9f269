package io.beskar7.operator.claim;

import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.operator.kube.Finalizers;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hosts and machines of one namespace, with stand-ins for what their reconcilers write. */
final class Rack {
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private final KubernetesClient client;
  private final String namespace;

  Rack(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  MachineKey key(String name) {
    return new MachineKey(namespace, name);
  }

  PhysicalHost addHost(String name) {
    return addHost(name, host -> {});
  }

  /** An enrolled host. */
  PhysicalHost addHost(String name, Consumer<PhysicalHost> more) {
    PhysicalHost host = new PhysicalHost();
    host.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
    host.setSpec(new PhysicalHostSpec());
    host.getSpec().redfishConnection = new RedfishConnection();
    host.getSpec().redfishConnection.address = "127.0.0.1";
    more.accept(host);
    client.resource(host).create();
    return state(name, HostState.AVAILABLE);
  }

  PhysicalHost state(String name, HostState state) {
    return status(name, status -> status.state = state);
  }

  /** As the host reconciler writes it: PUT at the version read, again after a 409. */
  PhysicalHost status(String name, Consumer<PhysicalHostStatus> change) {
    return Retry.onConflict(
        () -> {
          PhysicalHost host = host(name);
          PhysicalHostStatus status =
              host.getStatus() == null ? new PhysicalHostStatus() : host.getStatus();
          change.accept(status);
          host.setStatus(status);
          return client.resource(host).updateStatus();
        });
  }

  PhysicalHost host(String name) {
    return Objects.requireNonNull(hostOrNull(name), name);
  }

  @Nullable PhysicalHost hostOrNull(String name) {
    return client.resources(PhysicalHost.class).inNamespace(namespace).withName(name).get();
  }

  List<PhysicalHost> hosts() {
    return client.resources(PhysicalHost.class).inNamespace(namespace).list().getItems();
  }

  @Nullable String consumer(String host) {
    PhysicalHost found = host(host);
    return found.getSpec().consumerRef == null ? null : found.getSpec().consumerRef.name;
  }

  Beskar7Machine addMachine(String name) {
    return addMachine(name, spec -> {});
  }

  /** A machine with our finalizer. */
  Beskar7Machine addMachine(String name, Consumer<Beskar7MachineSpec> more) {
    Beskar7Machine machine = new Beskar7Machine();
    machine.setMetadata(
        new ObjectMetaBuilder()
            .withName(name)
            .withNamespace(namespace)
            .withFinalizers(Finalizers.BESKAR7_MACHINE)
            .build());
    machine.setSpec(new Beskar7MachineSpec());
    more.accept(machine.getSpec());
    return client.resource(machine).create();
  }

  Beskar7Machine machine(String name) {
    return Objects.requireNonNull(machineOrNull(name), name);
  }

  @Nullable Beskar7Machine machineOrNull(String name) {
    return client.resources(Beskar7Machine.class).inNamespace(namespace).withName(name).get();
  }

  List<Beskar7Machine> machines() {
    return client.resources(Beskar7Machine.class).inNamespace(namespace).list().getItems();
  }

  /** Asks for deletion; the finalizer keeps the machine. */
  Beskar7Machine delete(String name) {
    client.resource(machine(name)).delete();
    return machine(name);
  }

  /** What its reconciler does when it has let go. */
  void dropFinalizer(String name) {
    Retry.onConflict(() -> new Finalizers(client).drop(machine(name), Finalizers.BESKAR7_MACHINE));
  }

  /** What nobody should do. */
  void removeByForce(String name) {
    Retry.onConflict(
        () -> client.resource(machine(name)).patch(MERGE, "{\"metadata\":{\"finalizers\":null}}"));
    client.resource(machine(name)).delete();
  }

  void annotate(String name, String annotation) {
    String patch = "{\"metadata\":{\"annotations\":{\"" + annotation + "\":\"\"}}}";
    Retry.onConflict(() -> client.resource(machine(name)).patch(MERGE, patch));
  }

  /** The server is off for the release of the present binding. */
  void cleaned(String host) {
    long epoch = host(host).getSpec().claimEpoch;
    status(
        host,
        status -> {
          status.state = HostState.CLEANING;
          status.releasedEpoch = epoch;
        });
  }
}
