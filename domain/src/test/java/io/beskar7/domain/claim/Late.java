package io.beskar7.domain.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes that are still on their way after their sender has died. */
final class Late {
  private final List<Runnable> writes = new ArrayList<>();

  void add(Runnable write) {
    writes.add(write);
  }

  void deliverOne(RandomGenerator random) {
    if (!writes.isEmpty()) {
      writes.remove(random.nextInt(writes.size())).run();
    }
  }

  void deliverAll() {
    writes.forEach(Runnable::run);
    writes.clear();
  }
}
