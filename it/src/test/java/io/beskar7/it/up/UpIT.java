package io.beskar7.it.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.kube.KubeAccess;
import io.beskar7.it.harness.Beskar7Process;
import io.beskar7.it.harness.Rack;
import io.beskar7.it.harness.UserYaml;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.log.EventType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code beskar7 up} begins and ends. */
class UpIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path directory;

  @Test
  void aSecondUpOnOneDataDirectoryIsRefusedAndTheFirstGoesOn() throws Exception {
    try (Beskar7Process first = up("first", Map.of())) {
      port(first, "health +port ([0-9]+)");
      try (Beskar7Process second = up("second", Map.of())) {
        assertThat(second.awaitExit(PATIENCE)).isEqualTo(1);
        assertThat(second.stderr())
            .contains("beskar7: data directory " + directory.resolve("data"))
            .contains("is in use by another server", "--data-dir")
            .doesNotContain("\tat ");
      }
      try (KubernetesClient client = client()) {
        assertThat(client.namespaces().withName("beskar7-system").get()).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--api-bind-address",
        "--boot-bind-address",
        "--metrics-bind-address",
        "--health-probe-bind-address"
      })
  void aTakenPortIsNamedWithTheFlagThatChoosesAnother(String flag) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String address = "127.0.0.1:" + taken.getLocalPort();
      try (Beskar7Process up = up("up", Map.of(flag, address))) {
        assertThat(up.awaitExit(PATIENCE)).isEqualTo(1);
        assertThat(up.stderr().lines().filter(line -> line.startsWith("beskar7: ")))
            .singleElement()
            .asString()
            .contains(":" + taken.getLocalPort(), flag);
        assertThat(up.stderr()).doesNotContain("\tat ");
        assertThat(up.stdout()).isEmpty();
      }
    }
  }

  @Test
  void toldToEndInTheMidstOfWorkItEndsInTimeAndLogsOutOfEveryBmc() throws Exception {
    try (Fleet fleet = Fleet.start(FleetConfig.of(3).port(0).timeScale(20));
        Beskar7Process up = up("up", Map.of("--time-scale", "20"))) {
      String port = port(up, "boot scripts +port ([0-9]+)");
      fleet.bootUrl(URI.create("http://127.0.0.1:" + port + "/api/v1/boot"));
      try (KubernetesClient client = client()) {
        bringIntoTheMidstOfWork(client, new UserYaml(fleet), fleet);
      }
      assertThat(fleet.judge().leakedSessions()).as("open, as work is under way").isNotEmpty();

      up.terminate();
      up.awaitExit(PATIENCE);

      assertThat(up.stderr())
          .as("closed within the 4.9 s that closing may take")
          .contains("\"msg\":\"ended\"")
          .doesNotContain("not everything could be closed in time");
      assertThat(fleet.judge().events())
          .anyMatch(event -> event.type().equals(EventType.SESSION_CLOSED));
      assertThat(fleet.judge().leakedSessions()).isEmpty();
    }
  }

  private static void bringIntoTheMidstOfWork(KubernetesClient client, UserYaml yaml, Fleet fleet) {
    List<HasMetadata> objects = new ArrayList<>(yaml.access());
    fleet.hosts().forEach(host -> objects.add(yaml.host(host)));
    objects.forEach(object -> create(client, object));
    Rack.await()
        .until(
            () ->
                client
                    .resources(PhysicalHost.class)
                    .inNamespace(Rack.NAMESPACE)
                    .list()
                    .getItems()
                    .stream()
                    .allMatch(host -> Rack.stateOf(host) == HostState.AVAILABLE));
    create(client, yaml.bootstrap("worker-1"));
    create(client, yaml.machine("worker-1", spec -> {}));
    Rack.await()
        .until(
            () ->
                !client
                    .resources(ProvisioningRun.class)
                    .inNamespace(Rack.NAMESPACE)
                    .list()
                    .getItems()
                    .isEmpty());
  }

  private static void create(KubernetesClient client, HasMetadata object) {
    client.resource(object).inNamespace(Rack.NAMESPACE).create();
  }

  private KubernetesClient client() {
    return KubeAccess.client(KubeAccess.fromFile(directory.resolve("data/kubeconfig")));
  }

  /** {@code beskar7 up} on free ports, but for the flags that are given. */
  private Beskar7Process up(String name, Map<String, String> flags) throws Exception {
    Map<String, String> all = new TreeMap<>();
    all.put("--data-dir", directory.resolve("data").toString());
    all.put("--api-bind-address", "127.0.0.1:0");
    all.put("--boot-bind-address", "127.0.0.1:0");
    all.put("--metrics-bind-address", "127.0.0.1:0");
    all.put("--health-probe-bind-address", "127.0.0.1:0");
    all.putAll(flags);
    List<String> arguments = new ArrayList<>(List.of("up"));
    all.forEach((flag, value) -> arguments.add(flag + "=" + value));
    return Beskar7Process.start(directory, name, arguments);
  }

  private static String port(Beskar7Process up, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return Rack.await()
        .until(
            () -> {
              assertThat(up.alive()).as("%s", up.evidence()).isTrue();
              Matcher matcher = wanted.matcher(up.stdout());
              return matcher.find() ? matcher.group(1) : "";
            },
            found -> !found.isEmpty());
  }
}
