package io.beskar7.operator.bmc;

import io.beskar7.bmc.LoginLedger;
import io.beskar7.bmc.LoginRecord;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the count of logins in a ConfigMap. One thread writes all that has gathered while the last
 * write was under way; a write that meets another's is built anew on what is there. It holds only
 * keys with failed or open logins, so it stays small.
 */
public final class ConfigMapLoginLedger implements LoginLedger, AutoCloseable {
  public static final String NAME = "beskar7-bmc-logins";

  /**
   * About a third of the MiB that a ConfigMap may hold. Records of a Secret that has since changed
   * are never asked for again, and nobody knows which those are.
   */
  static final int MOST_RECORDS = 4_000;

  private record Change(String key, @Nullable LoginRecord record, CompletableFuture<Void> done) {}

  private final KubernetesClient client;
  private final String namespace;
  private final LinkedBlockingQueue<Change> waiting = new LinkedBlockingQueue<>();
  private final Thread writer;

  /**
   * @param namespace where the ConfigMap is; created when missing
   */
  public ConfigMapLoginLedger(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
    this.writer = Thread.ofVirtual().name("beskar7-login-ledger").start(this::writeUntilClosed);
  }

  @Override
  public CompletionStage<Map<String, LoginRecord>> load() {
    CompletableFuture<Map<String, LoginRecord>> loaded = new CompletableFuture<>();
    Thread.ofVirtual().name("beskar7-login-ledger-load").start(() -> load(loaded));
    return loaded;
  }

  private void load(CompletableFuture<Map<String, LoginRecord>> loaded) {
    try {
      Map<String, LoginRecord> records = new HashMap<>();
      ConfigMap map = read();
      data(map)
          .forEach((key, line) -> LoginRecord.decode(line).ifPresent(r -> records.put(key, r)));
      loaded.complete(records);
    } catch (RuntimeException failure) {
      loaded.completeExceptionally(failure);
    }
  }

  @Override
  public CompletionStage<Void> record(String key, LoginRecord record) {
    return enqueue(key, record);
  }

  @Override
  public CompletionStage<Void> forget(String key) {
    return enqueue(key, null);
  }

  private CompletionStage<Void> enqueue(String key, @Nullable LoginRecord record) {
    Change change = new Change(key, record, new CompletableFuture<>());
    waiting.add(change);
    return change.done();
  }

  private void writeUntilClosed() {
    try {
      while (true) {
        List<Change> batch = new ArrayList<>();
        batch.add(waiting.take());
        waiting.drainTo(batch);
        write(batch);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      failAll(new ArrayList<>(waiting), new IllegalStateException("the ledger is closed"));
    }
  }

  private void write(List<Change> batch) {
    try {
      boolean written;
      do {
        written = tryWrite(batch); // after a conflict ours is put on top of what is there then
      } while (!written);
      batch.forEach(change -> change.done().complete(null));
    } catch (RuntimeException failure) {
      failAll(batch, failure);
    }
  }

  private static void failAll(List<Change> batch, RuntimeException failure) {
    batch.forEach(change -> change.done().completeExceptionally(failure));
  }

  /** False after a conflict. */
  private boolean tryWrite(List<Change> batch) {
    ConfigMap present = read();
    Map<String, String> next = new LinkedHashMap<>(data(present));
    for (Change change : batch) {
      if (change.record() == null) {
        next.remove(change.key());
      } else {
        next.put(change.key(), change.record().encode());
      }
    }
    dropOldest(next);
    if (present != null && next.equals(data(present))) {
      return true;
    }
    try {
      if (present == null) {
        ensureNamespace();
        client.resource(withData(blank(), next)).create();
      } else {
        client.resource(withData(present, next)).update();
      }
      return true;
    } catch (KubernetesClientException refused) {
      if (refused.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return false;
      }
      throw refused;
    }
  }

  /** A ConfigMap that is full would take no login at all, of any BMC. */
  private static void dropOldest(Map<String, String> records) {
    if (records.size() <= MOST_RECORDS) {
      return;
    }
    records.entrySet().stream()
        .sorted(Comparator.comparing(ConfigMapLoginLedger::last))
        .limit(records.size() - MOST_RECORDS)
        .map(Map.Entry::getKey)
        .toList()
        .forEach(records::remove);
  }

  private static Instant last(Map.Entry<String, String> line) {
    return LoginRecord.decode(line.getValue()).map(LoginRecord::last).orElse(Instant.MIN);
  }

  private @Nullable ConfigMap read() {
    return client.configMaps().inNamespace(namespace).withName(NAME).get();
  }

  private static Map<String, String> data(@Nullable ConfigMap map) {
    return map == null || map.getData() == null ? Map.of() : map.getData();
  }

  private ConfigMap blank() {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(NAME)
        .endMetadata()
        .build();
  }

  private static ConfigMap withData(ConfigMap map, Map<String, String> data) {
    return new ConfigMapBuilder(map).withData(data).build();
  }

  private void ensureNamespace() {
    if (client.namespaces().withName(namespace).get() == null) {
      try {
        client
            .namespaces()
            .resource(
                new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
            .create();
      } catch (KubernetesClientException refused) {
        if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
          throw refused;
        }
      }
    }
  }

  /** Stops writing; what waits fails, and its logins with it. */
  @Override
  public void close() {
    writer.interrupt();
  }
}
