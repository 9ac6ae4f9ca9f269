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
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that list and watch see every change, however often the server dies in between. */
class InformerTest {
  private static final int KILLS = Integer.getInteger("beskar7.kills", 4);
  private static final long SEED = Long.getLong("beskar7.seed", 11);
  private static final int WRITERS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path directory;
  private final AtomicLong acknowledged = new AtomicLong();
  private final List<Traffic> traffic = new ArrayList<>();
  private final List<Thread> writers = new ArrayList<>();

  @Test
  void noChangeIsMissedWhileTheServerDiesAgainAndAgain() throws Exception {
    Random random = new Random(SEED);
    List<SharedIndexInformer<ConfigMap>> informers = new ArrayList<>();
    try (KilledApi api = new KilledApi(directory)) {
      api.start();
      api.awaitReady();
      try (KubernetesClient client = api.client()) {
        startWriters(client);
        informers.add(client.configMaps().inNamespace("default").inform());
        for (int kill = 1; kill <= KILLS; kill++) {
          awaitWrites(20 + random.nextInt(400));
          api.kill();
          api.start();
          api.awaitReady();
          informers.add(client.configMaps().inNamespace("default").inform());
        }
        awaitWrites(100);
        stop();
        for (SharedIndexInformer<ConfigMap> informer : informers) {
          await().atMost(PATIENCE).untilAsserted(() -> assertComplete(informer, client));
        }
      }
    }
  }

  private static void assertComplete(
      SharedIndexInformer<ConfigMap> informer, KubernetesClient client) {
    List<ConfigMap> stored = client.configMaps().inNamespace("default").list().getItems();
    assertThat(stored).isNotEmpty();
    assertThat(versions(informer.getStore().list())).isEqualTo(versions(stored));
  }

  private void awaitWrites(int more) {
    long wanted = acknowledged.get() + more;
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> acknowledged.get() >= wanted);
  }

  private void startWriters(KubernetesClient client) {
    for (int i = 0; i < WRITERS; i++) {
      Traffic one = new Traffic(client, "w" + i + "-", SEED + i, acknowledged);
      traffic.add(one);
      writers.add(Thread.ofPlatform().daemon().start(one));
    }
  }

  private void stop() throws InterruptedException {
    traffic.forEach(Traffic::stop);
    for (Thread writer : writers) {
      writer.join();
    }
  }

  private static TreeMap<String, String> versions(Collection<ConfigMap> objects) {
    TreeMap<String, String> versions = new TreeMap<>();
    for (ConfigMap object : objects) {
      String uid = object.getMetadata().getUid();
      versions.put(
          object.getMetadata().getName(), uid + "@" + object.getMetadata().getResourceVersion());
    }
    return versions;
  }
}
