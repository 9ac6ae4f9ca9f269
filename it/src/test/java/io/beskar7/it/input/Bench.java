package io.beskar7.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** A rack whose hosts are handed to test cases one by one, so that cases leave each other alone. */
final class Bench implements AutoCloseable {
  static final String CONNECTION = "RedfishConnectionReady";
  static final String READY = "Ready";
  private static final String SLOT = "slot";

  final Rack rack;
  private final Iterator<SimulatedHost> untouched;

  private Bench(Rack rack) {
    this.rack = rack;
    this.untouched = rack.fleet().hosts().iterator();
  }

  static Bench start(Path directory, FleetConfig fleet, Map<String, String> keys)
      throws IOException {
    Bench bench = new Bench(Rack.start(directory, fleet, keys));
    bench.rack.applyAccess();
    return bench;
  }

  /** A server that no other case has. */
  SimulatedHost take() {
    return untouched.next();
  }

  /** What a user would write for the server; machines can ask for it by name. */
  PhysicalHost yaml(SimulatedHost server) {
    PhysicalHost host = rack.yaml().host(server);
    host.getMetadata().getLabels().put(SLOT, server.name());
    return host;
  }

  /** Applies a host with something wrong in it. */
  void apply(SimulatedHost server, Consumer<PhysicalHost> mistake) {
    PhysicalHost host = yaml(server);
    mistake.accept(host);
    rack.apply(host);
  }

  /** A server that has been enrolled. */
  SimulatedHost enrolled() {
    SimulatedHost server = take();
    apply(server, host -> {});
    available(server);
    return server;
  }

  /** A machine that takes this server and no other. */
  void machine(String name, SimulatedHost server) {
    rack.applyMachine(name, only(server));
  }

  Consumer<Beskar7MachineSpec> only(SimulatedHost server) {
    return spec ->
        spec.hostSelector =
            new LabelSelectorBuilder().addToMatchLabels(SLOT, server.name()).build();
  }

  void edit(SimulatedHost server, Consumer<PhysicalHost> change) {
    rack.client()
        .resources(PhysicalHost.class)
        .inNamespace(Rack.NAMESPACE)
        .withName(server.name())
        .edit(
            host -> {
              change.accept(host);
              return host;
            });
  }

  void editMachine(String name, Consumer<Beskar7Machine> change) {
    rack.client()
        .resources(Beskar7Machine.class)
        .inNamespace(Rack.NAMESPACE)
        .withName(name)
        .edit(
            machine -> {
              change.accept(machine);
              return machine;
            });
  }

  /** The Secret that {@link Rack} gives to hosts, under another name and with a mistake. */
  void login(String name, Consumer<Secret> mistake) {
    Secret login = (Secret) rack.yaml().access().getFirst();
    login.getMetadata().setName(name);
    mistake.accept(login);
    rack.apply(login);
  }

  void editSecret(String name, Consumer<SecretBuilder> change) {
    rack.client()
        .secrets()
        .inNamespace(Rack.NAMESPACE)
        .withName(name)
        .edit(
            secret -> {
              SecretBuilder builder = new SecretBuilder(secret);
              change.accept(builder);
              return builder.build();
            });
  }

  void available(SimulatedHost server) {
    state(server, HostState.AVAILABLE);
  }

  void state(SimulatedHost server, HostState state) {
    Rack.await()
        .untilAsserted(
            () ->
                assertThat(Rack.stateOf(rack.host(server.name())))
                    .as(() -> rack.describeHosts() + "\n" + rack.describeMachines())
                    .isEqualTo(state));
  }

  void phase(String machine, MachinePhase phase) {
    Rack.await()
        .untilAsserted(
            () ->
                assertThat(Rack.phaseOf(rack.machine(machine)))
                    .as(() -> rack.describeHosts() + "\n" + rack.describeMachines())
                    .isEqualTo(phase));
  }

  /** Waits for a condition of a host, written {@code status/reason/message}. */
  void says(SimulatedHost server, String type, String expected) {
    Rack.await()
        .untilAsserted(
            () ->
                assertThat(Rack.condition(rack.host(server.name()), type))
                    .as("%s of %s", type, server.name())
                    .isEqualTo(expected));
  }

  /** As above, for words of which a part depends on how far a session had come; returns them. */
  String saysAs(SimulatedHost server, String type, String pattern) {
    Rack.await()
        .untilAsserted(
            () ->
                assertThat(Rack.condition(rack.host(server.name()), type))
                    .as("%s of %s", type, server.name())
                    .matches(pattern));
    return Rack.condition(rack.host(server.name()), type);
  }

  /** Waits for a condition of a machine, written {@code status/reason/message}. */
  void says(String machine, String type, String expected) {
    Rack.await()
        .untilAsserted(
            () ->
                assertThat(Rack.condition(rack.machine(machine), type))
                    .as("%s of %s", type, machine)
                    .isEqualTo(expected));
  }

  /** The host can be claimed again and its server is off. */
  void backInTheRack(SimulatedHost server) {
    Rack.await()
        .untilAsserted(
            () -> {
              PhysicalHost host = rack.host(server.name());
              assertThat(Rack.stateOf(host)).isEqualTo(HostState.AVAILABLE);
              assertThat(host.getSpec().consumerRef).isNull();
            });
    assertThat(rack.fleet().state(server.name()).power()).isEqualTo("Off");
  }

  long imagesWritten(SimulatedHost server) {
    return rack
        .fleet()
        .judge()
        .imageWrites()
        .getOrDefault(server.name(), Map.of())
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Override
  public void close() throws IOException {
    rack.close();
  }
}
