package io.beskar7.apiserver.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that list and watch see every change, however often the server dies in between. */
class InformerTest {
  private static final int KILLS = Integer.getInteger("beskar7.kills", 3);
  private static final long SEED = Long.getLong("beskar7.seed", 11);
  private static final int WRITERS = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path directory;
  private final Traffic.Count count = new Traffic.Count();
  private final List<Traffic> traffic = new ArrayList<>();
  private final List<Thread> writers = new ArrayList<>();
  private final List<SharedIndexInformer<ConfigMap>> informers = new ArrayList<>();

  /**
   * Nobody writes between a start and the moment all informers agree with the store: a change
   * missed at the kill would not be covered up by the next one.
   */
  @Test
  void noChangeIsMissedWhileTheServerDiesAgainAndAgain() throws Exception {
    Random random = new Random(SEED);
    try (KilledApi api = new KilledApi(directory)) {
      api.start();
      api.awaitReady();
      try (KubernetesClient client = api.client()) {
        addInformers(client);
        startWriters(api, client);
        for (int kill = 1; kill <= KILLS; kill++) {
          api.open();
          awaitWrites(50 + random.nextInt(400));
          api.kill();
          api.start();
          api.awaitReady();
          addInformers(client);
          awaitAgreement(client);
        }
        assertThat(count.failed().get()).as("writes the kills came upon").isPositive();
        api.open();
        awaitWrites(100);
        stopWriters();
        awaitAgreement(client);
      }
    }
  }

  private void awaitAgreement(KubernetesClient client) {
    for (SharedIndexInformer<ConfigMap> informer : informers) {
      await().atMost(PATIENCE).untilAsserted(() -> assertComplete(informer, client));
    }
  }

  /** One begins with a whole list, the other with pages. */
  private void addInformers(KubernetesClient client) {
    informers.add(client.configMaps().inNamespace("default").inform());
    informers.add(client.configMaps().inNamespace("default").withLimit(5L).inform());
  }

  private static void assertComplete(
      SharedIndexInformer<ConfigMap> informer, KubernetesClient client) {
    List<ConfigMap> stored = client.configMaps().inNamespace("default").list().getItems();
    assertThat(stored).isNotEmpty();
    assertThat(versions(informer.getStore().list())).isEqualTo(versions(stored));
  }

  private void awaitWrites(int more) {
    long wanted = count.taken().get() + more;
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> count.taken().get() >= wanted);
  }

  private void startWriters(KilledApi api, KubernetesClient client) {
    for (int i = 0; i < WRITERS; i++) {
      Traffic one = new Traffic(api, client, "w" + i + "-", SEED + i, count);
      traffic.add(one);
      writers.add(Thread.ofPlatform().daemon().start(one));
    }
  }

  private void stopWriters() throws InterruptedException {
    traffic.forEach(Traffic::stop);
    for (Thread writer : writers) {
      writer.join();
    }
  }

  private static Map<String, String> versions(Collection<ConfigMap> objects) {
    Map<String, String> versions = new TreeMap<>();
    for (ConfigMap object : objects) {
      String uid = object.getMetadata().getUid();
      versions.put(
          object.getMetadata().getName(), uid + "@" + object.getMetadata().getResourceVersion());
    }
    return versions;
  }
}
