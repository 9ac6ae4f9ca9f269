package io.beskar7.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** examples/rack.yaml names what {@code beskar7 sim} serves. */
class RackExampleTest {

  @Test
  void addressesLoginAuthorityAndImageAreThoseOfTheSimulator() throws IOException {
    List<String> example = example();
    FleetConfig config = FleetConfig.of(4).seed(1).port(0).publicTestCa(true);
    try (Fleet fleet = Fleet.start(config)) {
      List<String> addresses =
          fleet.hosts().stream().map(host -> host.bmcAddress().getHost()).toList();
      assertThat(of(example, PhysicalHost.class))
          .extracting(host -> host.getSpec().redfishConnection.address)
          .containsExactlyElementsOf(
              addresses.stream().map(address -> "https://" + address + ":8443").toList());
      assertThat(secret(example, "rack-bmc-ca").getStringData().get("ca.crt").strip())
          .isEqualTo(fleet.caPem().strip());
      SimulatedHost host = fleet.hosts().getFirst();
      assertThat(secret(example, "rack-bmc").getStringData())
          .containsEntry("username", host.username())
          .containsEntry("password", host.password());
      assertThat(of(example, Beskar7Machine.class))
          .isNotEmpty()
          .allSatisfy(
              machine -> {
                assertThat(machine.getSpec().targetOSImageDigest)
                    .isEqualTo("sha256:" + fleet.imageDigest("/images/os.img"));
                assertThat(machine.getSpec().targetOSImage)
                    .isEqualTo(
                        "http://" + fleet.imageServerUrl().getHost() + ":8480/images/os.img");
              });
    }
  }

  private static Secret secret(List<String> example, String name) {
    return of(example, Secret.class).stream()
        .filter(secret -> secret.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static <T extends HasMetadata> List<T> of(List<String> example, Class<T> kind) {
    String line = "kind: " + kind.getSimpleName();
    return example.stream()
        .filter(document -> document.lines().anyMatch(line::equals))
        .map(document -> Serialization.unmarshal(document, kind))
        .toList();
  }

  private static List<String> example() throws IOException {
    Path file = Path.of(System.getProperty("beskar7.root"), "examples", "rack.yaml");
    return List.of(Files.readString(file).split("\n---\n"));
  }
}
