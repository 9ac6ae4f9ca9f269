package io.beskar7.apiserver.kill;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One who creates, changes and deletes a few objects without end, and goes on after what fails.
 * Runs until it is stopped.
 */
final class Traffic implements Runnable {
  private static final int NAMES = 12;

  private final KilledApi api;
  private final KubernetesClient client;
  private final String prefix;
  private final Random random;
  private final Count count;
  private volatile boolean stopped;

  /** What became of all writes: taken, or refused or left without an answer. */
  record Count(AtomicLong taken, AtomicLong failed) {
    Count() {
      this(new AtomicLong(), new AtomicLong());
    }
  }

  Traffic(KilledApi api, KubernetesClient client, String prefix, long seed, Count count) {
    this.api = api;
    this.client = client;
    this.prefix = prefix;
    this.random = new Random(seed);
    this.count = count;
  }

  @Override
  public void run() {
    try {
      for (long n = 0; !stopped; n++) {
        api.awaitOpen();
        tryToWrite(n);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryToWrite(long n) {
    try {
      write(prefix + random.nextInt(NAMES), n);
      count.taken().incrementAndGet();
    } catch (KubernetesClientException refusedOrUnanswered) {
      count.failed().incrementAndGet();
    }
  }

  /** No write begins after this; one may still be on its way. */
  void stop() {
    stopped = true;
  }

  private void write(String name, long n) {
    Resource<ConfigMap> at = client.configMaps().inNamespace("default").withName(name);
    switch (random.nextInt(4)) {
      case 0 -> at.delete();
      case 1 -> client.resource(object(name, n)).inNamespace("default").create();
      default -> at.patch(object(name, n));
    }
  }

  private static ConfigMap object(String name, long n) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .addToData("n", Long.toString(n))
        .build();
  }
}
