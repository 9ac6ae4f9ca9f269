package io.beskar7.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.it.harness.ClaimObserver;
import io.beskar7.it.harness.Rack;
import io.beskar7.it.harness.Situation;
import io.beskar7.it.harness.UserYaml;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.log.JudgeLog;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product dies by SIGKILL again and again, at moments chosen by a seed, while machines come and
 * go on a fleet that lives on in this process and judges what it saw.
 */
class KillIT {
  private static final int MACHINES = 20;
  private static final int KILLS = Integer.getInteger("beskar7.kills", 8);
  private static final long SEED = Long.getLong("beskar7.seed", 7);

  @TempDir Path directory;

  @Test
  void everythingEndsWellAndNothingIsDoneTwice() throws Exception {
    Random random = new Random(SEED);
    try (Fleet fleet = fleet();
        KilledProduct product = new KilledProduct(directory)) {
      fleet.bootUrl(URI.create("http://127.0.0.1:" + product.bootPort() + "/api/v1/boot"));
      product.start();
      try (KubernetesClient client = product.client();
          ClaimObserver observer = new ClaimObserver(client)) {
        product.bePatient(client);
        create(client, fleet);
        for (int kill = 1; kill <= KILLS; kill++) {
          letItRun(Duration.ofMillis(500 + random.nextInt(5_000)));
          product.killHard();
          product.start();
          comeAndGo(client, fleet, random);
        }
        awaitAllProvisioned(client, fleet, product);
        assertThat(observer.violations()).isEmpty();
        assertThat(observer.states()).isGreaterThan(MACHINES);
        assertThat(consumers(client)).doesNotHaveDuplicates().hasSize(MACHINES);
      }
      assertNothingWasDoneTwice(fleet.judge());
    }
  }

  private static Fleet fleet() throws Exception {
    return Fleet.start(
        FleetConfig.of(MACHINES).seed(SEED).port(0).timeScale(20).provisionedCallback(false));
  }

  private static void create(KubernetesClient client, Fleet fleet) {
    UserYaml yaml = new UserYaml(fleet);
    yaml.access().forEach(object -> create(client, object));
    fleet.hosts().forEach(host -> create(client, yaml.host(host)));
    for (int number = 1; number <= MACHINES; number++) {
      create(client, yaml.bootstrap("worker-" + number));
      create(client, yaml.machine("worker-" + number, spec -> {}));
    }
  }

  private static void create(KubernetesClient client, HasMetadata object) {
    client.resource(object).inNamespace("default").create();
  }

  /** Some machines go; those that are gone by now come again under the same name. */
  private static void comeAndGo(KubernetesClient client, Fleet fleet, Random random) {
    random
        .ints(MACHINES / 4, 1, MACHINES + 1)
        .forEach(
            number ->
                client
                    .resources(Beskar7Machine.class)
                    .inNamespace("default")
                    .withName("worker-" + number)
                    .delete());
    refill(client, fleet);
  }

  private static void refill(KubernetesClient client, Fleet fleet) {
    List<String> present =
        machines(client).stream().map(machine -> machine.getMetadata().getName()).toList();
    for (int number = 1; number <= MACHINES; number++) {
      if (!present.contains("worker-" + number)) {
        create(client, new UserYaml(fleet).machine("worker-" + number, spec -> {}));
      }
    }
  }

  /** The passing of time is the event here: the kill has to come at any moment of the work. */
  private static void letItRun(Duration time) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
  }

  private static void awaitAllProvisioned(
      KubernetesClient client, Fleet fleet, KilledProduct product) throws Exception {
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(
              () -> {
                refill(client, fleet);
                assertThat(machines(client))
                    .extracting(Rack::phaseOf)
                    .hasSize(MACHINES)
                    .containsOnly(MachinePhase.PROVISIONED);
              });
    } catch (ConditionTimeoutException late) {
      throw new AssertionError(Situation.of(client) + product.evidence(), late);
    }
  }

  private static List<Beskar7Machine> machines(KubernetesClient client) {
    return client.resources(Beskar7Machine.class).inNamespace("default").list().getItems();
  }

  private static List<String> consumers(KubernetesClient client) {
    return machines(client).stream().map(machine -> machine.getSpec().providerID).toList();
  }

  private static void assertNothingWasDoneTwice(JudgeLog judge) {
    assertThat(judge.imagedTwice()).as("hosts imaged twice in one run").isEmpty();
    assertThat(judge.repeatedOns()).as("On repeated within one attempt").isEmpty();
    assertThat(judge.onsWithoutConfirmedOff()).as("On without a confirmed Off").isEmpty();
    assertThat(judge.failedLogins()).isEmpty();
  }
}
