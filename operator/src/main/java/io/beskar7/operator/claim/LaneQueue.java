package io.beskar7.operator.claim;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who waits for the lane. A machine stays here until it has a host; it is due when something has
 * happened that may matter to it. Hosts to heal go first, then the oldest machine.
 */
final class LaneQueue {
  private record Asker(Instant created, MachineKey key) {}

  private static final Comparator<Asker> OLDEST_FIRST =
      Comparator.comparing(Asker::created)
          .thenComparing(asker -> asker.key().namespace())
          .thenComparing(asker -> asker.key().name());

  private final Map<MachineKey, Asker> askers = new HashMap<>();
  private final NavigableSet<Asker> due = new TreeSet<>(OLDEST_FIRST);
  private final Set<Job.Heal> heals = new LinkedHashSet<>();

  /** The machine asks, and is due. */
  synchronized void add(MachineKey key, Instant created) {
    Asker asker = new Asker(created, key);
    Asker before = askers.put(key, asker);
    if (before != null) {
      due.remove(before);
    }
    due.add(asker);
    notifyAll();
  }

  /** Makes the machine due if it asks; its age may not have been known before. */
  synchronized void wake(MachineKey key, Instant created) {
    if (askers.containsKey(key)) {
      add(key, created);
    }
  }

  /** The machine no longer asks. */
  synchronized void remove(MachineKey key) {
    Asker asker = askers.remove(key);
    if (asker != null) {
      due.remove(asker);
    }
  }

  /** As {@link #remove}, unless something has happened since its turn began. */
  synchronized void removeUnlessDue(MachineKey key) {
    Asker asker = askers.get(key);
    if (asker != null && !due.contains(asker)) {
      askers.remove(key);
    }
  }

  /** Makes the machine due if it asks. */
  synchronized void wake(MachineKey key) {
    Asker asker = askers.get(key);
    if (asker != null) {
      due.add(asker);
      notifyAll();
    }
  }

  /** Makes every machine of the namespace due that asks. */
  synchronized void wakeAll(String namespace) {
    askers.values().stream()
        .filter(asker -> asker.key().namespace().equals(namespace))
        .forEach(due::add);
    notifyAll();
  }

  /** Has the host looked at. */
  synchronized void heal(Job.Heal job) {
    heals.add(job);
    notifyAll();
  }

  /** Whether the machine asks. */
  synchronized boolean asks(MachineKey key) {
    return askers.containsKey(key);
  }

  /** How many machines of the namespace ask. */
  synchronized long length(String namespace) {
    return askers.keySet().stream().filter(key -> key.namespace().equals(namespace)).count();
  }

  /** Waits for something to do. */
  synchronized Job take() throws InterruptedException {
    while (heals.isEmpty() && due.isEmpty()) {
      wait();
    }
    if (!heals.isEmpty()) {
      Job.Heal first = heals.iterator().next();
      heals.remove(first);
      return first;
    }
    return new Job.Claim(due.removeFirst().key());
  }
}
