package io.beskar7.apiserver.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a {@link WritingChild} was told is written; and what of it a store has lost. */
final class Acknowledged {
  private final Map<String, Long> last = new HashMap<>();

  static Acknowledged parse(byte[] lines) {
    Acknowledged acknowledged = new Acknowledged();
    String text = new String(lines, StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n');
    if (end > 0) {
      text.substring(0, end).lines().forEach(acknowledged::add);
    }
    return acknowledged;
  }

  private void add(String line) {
    String[] parts = line.split(" ");
    last.put(parts[0], Long.valueOf(parts[1]));
  }

  int size() {
    return last.size();
  }

  /** Opens the store and names every acknowledged write that it does not show. */
  List<String> lostIn(Path directory) {
    List<String> lost = new ArrayList<>();
    try (Store store = Store.open(directory, Store.Settings.standard())) {
      Snapshot state = store.snapshot();
      last.forEach(
          (key, n) -> {
            Entry entry = state.get(key);
            long found = entry == null ? 0 : entry.tree().path("n").asLong();
            boolean later = found > Math.abs(n);
            boolean same = n > 0 ? found == n : found == 0;
            // A write that was on disk but not yet acknowledged may follow: a delete after a put.
            boolean next = n > 0 && found == 0 && (n + WritingChild.KEYS) % 7 == 0;
            if (!later && !same && !next) {
              lost.add(key + ": acknowledged " + n + ", found " + found);
            }
          });
    }
    return lost;
  }
}
