package io.beskar7.it.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.kube.CustomResources;
import io.beskar7.it.harness.ManagerProcess;
import io.beskar7.it.harness.Rack;
import io.beskar7.it.harness.Situation;
import io.beskar7.it.harness.UserYaml;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.testkit.TestApi;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code beskar7 manager} as processes of their own that contend for one Lease. */
class TwoManagersIT {
  private static final String SYSTEM = "beskar7-system";

  /** What a busy computer may need on top of what the timings say. */
  private static final Duration BUSY = Duration.ofSeconds(10);

  @TempDir Path directory;
  private TestApi api;
  private KubernetesClient client;

  @BeforeEach
  void open() {
    api = TestApi.start(directory.resolve("api"));
    client = api.newClient();
    CustomResources.install(client);
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName(SYSTEM).endMetadata().build())
        .create();
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(SYSTEM)
                .withName("beskar7-config")
                .endMetadata()
                .withData(Rack.PATIENT)
                .build())
        .create();
  }

  @AfterEach
  void close() {
    client.close();
    api.close();
  }

  @Test
  void whoStandsByServesMachinesAndTakesOverFromALeaderThatDies() throws Exception {
    List<String> timings = timings("6s", "4s", "500ms");
    try (Fleet fleet = Fleet.start(FleetConfig.of(2).port(0).timeScale(20));
        ManagerProcess first = manager("first", timings)) {
      String holder = holder(first.awaitReady("leader: true", "[+]reconcilers ok"));
      try (ManagerProcess second = bareFlags("second", timings)) {
        second.awaitReady("leader: false", "holder: " + holder, "[+]reconcilers ok: standing by");
        fleet.bootUrl(second.bootUrl());
        bringIntoTheMidstOfWork(fleet);

        Instant died = Instant.now();
        first.process().killHard();
        String heir = holder(second.awaitReady("leader: true", "[+]reconcilers ok"));

        assertThat(heir).isNotEqualTo(holder);
        assertThat(lease().getHolderIdentity()).isEqualTo(heir);
        assertThat(lease().getLeaseTransitions()).isEqualTo(1);
        assertThat(Duration.between(died, lease().getAcquireTime().toInstant()))
            .isBetween(Duration.ZERO, Duration.ofSeconds(6).plusMillis(500).plus(BUSY));
        awaitProvisioned();
        assertThat(fleet.judge().imagedTwice()).isEmpty();
        assertThat(fleet.judge().onsWithoutConfirmedOff()).isEmpty();
      }
    }
  }

  /** The Lease would run out in ten minutes: what is quicker comes from its being given back. */
  @Test
  void aLeaderThatIsToldToEndHandsOverAtOnce() throws Exception {
    List<String> timings = timings("10m", "5m", "1s");
    try (ManagerProcess first = manager("first", timings)) {
      first.awaitReady("leader: true", "[+]reconcilers ok");
      try (ManagerProcess second = manager("second", timings)) {
        second.awaitReady("leader: false", "[+]reconcilers ok: standing by");

        first.process().terminate();
        first.process().awaitExit(Duration.ofMinutes(1));
        Instant ended = Instant.now();
        second.awaitReady("leader: true", "[+]reconcilers ok");

        assertThat(Duration.between(ended, lease().getAcquireTime().toInstant()))
            .isLessThan(Duration.ofSeconds(1).plus(BUSY));
        assertThat(first.process().stderr())
            .contains("attempting to acquire leader lease", "successfully acquired lease")
            .contains("stopped leading", "\"msg\":\"ended\"")
            .doesNotContain("not everything could be closed in time");
      }
    }
  }

  private void bringIntoTheMidstOfWork(Fleet fleet) {
    UserYaml yaml = new UserYaml(fleet);
    yaml.access().forEach(this::create);
    fleet.hosts().forEach(host -> create(yaml.host(host)));
    Rack.await()
        .untilAsserted(
            () ->
                assertThat(list(PhysicalHost.class))
                    .extracting(Rack::stateOf)
                    .hasSize(2)
                    .containsOnly(HostState.AVAILABLE));
    create(yaml.bootstrap("worker-1"));
    create(yaml.machine("worker-1", spec -> {}));
    Rack.await().until(() -> !list(ProvisioningRun.class).isEmpty());
  }

  private void awaitProvisioned() {
    Rack.await()
        .untilAsserted(
            () ->
                assertThat(list(Beskar7Machine.class))
                    .as(() -> Situation.of(client))
                    .extracting(Rack::phaseOf)
                    .containsExactly(MachinePhase.PROVISIONED));
  }

  private void create(HasMetadata object) {
    client.resource(object).inNamespace(Rack.NAMESPACE).create();
  }

  private <T extends HasMetadata> List<T> list(Class<T> kind) {
    return client.resources(kind).inNamespace(Rack.NAMESPACE).list().getItems();
  }

  private LeaseSpec lease() {
    return client
        .leases()
        .inNamespace(SYSTEM)
        .withName("beskar7-controller-manager")
        .get()
        .getSpec();
  }

  private static String holder(String readyz) {
    return readyz
        .lines()
        .filter(line -> line.startsWith("holder: "))
        .map(line -> line.substring("holder: ".length()))
        .findFirst()
        .orElseThrow();
  }

  private ManagerProcess manager(String name, List<String> flags) throws Exception {
    List<String> begin =
        concat(List.of("manager", "--kubeconfig=" + api.kubeconfig(), "--time-scale=20"), flags);
    return new ManagerProcess(directory, name, begin, Map.of());
  }

  /** As a container's arguments are: flags alone, and the API comes from the environment. */
  private ManagerProcess bareFlags(String name, List<String> flags) throws Exception {
    return new ManagerProcess(
        directory,
        name,
        concat(List.of("--time-scale=20"), flags),
        Map.of("KUBECONFIG", api.kubeconfig().toString()));
  }

  private static List<String> timings(String lease, String renew, String retry) {
    return List.of(
        "--leader-elect-lease-duration=" + lease,
        "--leader-elect-renew-deadline=" + renew,
        "--leader-elect-retry-period=" + retry);
  }

  private static List<String> concat(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
