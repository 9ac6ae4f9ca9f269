package io.beskar7.apiserver.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process that writes and, after each acknowledgement, says so in a file: {@code WritingChild
 * DATA ACKS SYNCHRONOUS WRITES}. Each of its threads counts up in keys of its own.
 */
public final class WritingChild {
  static final int THREADS = 4;
  static final int KEYS = 5;

  private WritingChild() {}

  public static void main(String[] args) throws Exception {
    long writes = Long.parseLong(args[3]);
    Store.Settings settings = new Store.Settings(args[2], 1L << 30, 256L << 10, 1_000, 16L << 20);
    AtomicLong count = new AtomicLong();
    try (Store store = Store.open(Path.of(args[0]), settings);
        FileOutputStream acks = new FileOutputStream(args[1], true)) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        threads.add(Thread.ofPlatform().start(() -> write(store, acks, thread, count, writes)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      Runtime.getRuntime().halt(0);
    }
  }

  private static void write(
      Store store, FileOutputStream acks, int thread, AtomicLong count, long writes) {
    for (long n = 1; count.incrementAndGet() <= writes; n++) {
      String key = "g/things//" + thread + "-" + n % KEYS;
      Entry old = store.snapshot().get(key);
      boolean delete = old != null && n % 7 == 0;
      long expected = old == null ? 0 : old.revision();
      Encoding.Template object = Encoding.encode(object(key, n));
      Write write = delete ? Write.delete(key, expected, object) : Write.put(key, expected, object);
      if (!(store.write(write) instanceof Write.Outcome.Committed)) {
        throw new IllegalStateException("lost a write nobody competed for: " + key);
      }
      say(acks, key + " " + (delete ? -n : n) + "\n");
    }
  }

  static ObjectNode object(String key, long n) {
    ObjectNode object = Json.object().put("apiVersion", "g/v1").put("kind", "Thing");
    object.putObject("metadata").put("name", key).put("uid", key);
    return object.put("n", n).put("filler", "x".repeat(2_000));
  }

  private static void say(FileOutputStream acks, String line) {
    try {
      acks.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
