package io.beskar7.apiserver.bench;

import io.beskar7.apiserver.EmbeddedApi;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures a server over HTTPS, client and server in one process: {@code Bench DIRECTORY
 * [OBJECTS]}. The client's own costs (fabric8, JDK HTTP client) are part of every figure.
 */
public final class Bench {
  private final KubernetesClient client;
  private final List<ConfigMap> objects = new ArrayList<>();

  private Bench(KubernetesClient client) {
    this.client = client;
  }

  public static void main(String[] args) throws Exception {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    long begun = System.nanoTime();
    try (EmbeddedApi api = EmbeddedApi.start(EmbeddedApi.Config.in(Path.of(args[0])))) {
      print("ready after %d ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
      Config config =
          new ConfigBuilder(Config.fromKubeconfig(api.kubeconfig().toFile()))
              .withOnlyHttpWatches(true)
              .build();
      try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
        Bench bench = new Bench(client);
        bench.create(count);
        for (int threads : new int[] {1, 8, 32}) {
          bench.put(threads, count);
        }
        bench.list();
        bench.watch(50, 200);
        print("resident %s", resident());
      }
    }
  }

  private void create(int count) throws Exception {
    long begun = System.nanoTime();
    List<ConfigMap> made = inParallel(32, count, i -> client.resource(object(i)).create());
    objects.addAll(made);
    rate("POST, 32 threads", count, begun);
  }

  private void put(int threads, int count) throws Exception {
    long[] times = new long[count];
    long begun = System.nanoTime();
    List<ConfigMap> next =
        inParallel(
            threads,
            count,
            i -> {
              ConfigMap object = objects.get(i);
              object.getData().put("n", threads + "-" + i);
              long start = System.nanoTime();
              ConfigMap stored = client.resource(object).update();
              times[i] = System.nanoTime() - start;
              return stored;
            });
    rate("PUT, " + threads + " threads", count, begun);
    Arrays.sort(times);
    print("  p50 %.2f ms, p99 %.2f ms", times[count / 2] / 1e6, times[count * 99 / 100] / 1e6);
    objects.clear();
    objects.addAll(next);
  }

  private void list() {
    long begun = System.nanoTime();
    ConfigMapList list = client.configMaps().inNamespace("default").list();
    print("list of %d: %.0f ms", list.getItems().size(), (System.nanoTime() - begun) / 1e6);
  }

  private void watch(int watchers, int updates) throws Exception {
    CountDownLatch seen = new CountDownLatch(watchers * updates);
    AtomicLong total = new AtomicLong();
    AtomicLong sent = new AtomicLong();
    List<Watch> open = new ArrayList<>();
    for (int i = 0; i < watchers; i++) {
      open.add(
          client
              .configMaps()
              .inNamespace("default")
              .withResourceVersion(objects.getLast().getMetadata().getResourceVersion())
              .watch(new Counter(seen, total, sent)));
    }
    long begun = System.nanoTime();
    for (int i = 0; i < updates; i++) {
      ConfigMap object = objects.get(i);
      object.getData().put("n", "w" + i);
      sent.set(System.nanoTime());
      client.resource(object).update();
    }
    boolean all = seen.await(60, TimeUnit.SECONDS);
    rate(
        "watch events to " + watchers + " watchers" + (all ? "" : " INCOMPLETE"),
        watchers * updates,
        begun);
    print("  mean delay %.1f ms", total.get() / 1e6 / (watchers * updates));
    open.forEach(Watch::close);
  }

  private record Counter(CountDownLatch seen, AtomicLong total, AtomicLong sent)
      implements Watcher<ConfigMap> {
    @Override
    public void eventReceived(Action action, ConfigMap object) {
      total.addAndGet(System.nanoTime() - sent.get());
      seen.countDown();
    }

    @Override
    public void onClose(WatcherException cause) {
      throw new IllegalStateException("a watch ended early", cause);
    }
  }

  private interface Work {
    ConfigMap run(int index) throws Exception;
  }

  private static List<ConfigMap> inParallel(int threads, int count, Work work) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<ConfigMap>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int index = i;
        running.add(pool.submit(() -> work.run(index)));
      }
      List<ConfigMap> done = new ArrayList<>();
      for (Future<ConfigMap> one : running) {
        done.add(one.get());
      }
      return done;
    }
  }

  private static ConfigMap object(int i) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("c" + i)
        .withNamespace("default")
        .endMetadata()
        .addToData("filler", "x".repeat(3_000))
        .build();
  }

  private static String resident() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .findFirst()
        .orElse("unknown");
  }

  private static void rate(String what, int count, long begun) {
    print("%s: %.0f/s", what, count / ((System.nanoTime() - begun) / 1e9));
  }

  @SuppressWarnings("AnnotateFormatMethod") // called with literals only
  private static void print(String format, Object... values) {
    System.out.println(String.format(format, values));
  }
}
