package io.beskar7.app.demo;

import io.beskar7.app.kube.ApiCalls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the manager has done so far, by its own meters.
 *
 * @param writesByResource POST, PUT, PATCH and DELETE requests to the Kubernetes API
 * @param reconcilesByKind passes of its reconcilers
 */
record Work(Map<String, Long> writesByResource, Map<String, Long> reconcilesByKind) {
  private static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
  private static final String RECONCILES = "beskar7.reconciles";

  static Work soFar(MeterRegistry meters) {
    Map<String, Long> writes = new TreeMap<>();
    for (Counter counter : meters.find(ApiCalls.METER).counters()) {
      if (WRITES.contains(String.valueOf(counter.getId().getTag("verb")))) {
        add(writes, counter, "resource");
      }
    }
    Map<String, Long> reconciles = new TreeMap<>();
    meters.find(RECONCILES).counters().forEach(counter -> add(reconciles, counter, "kind"));
    return new Work(writes, reconciles);
  }

  private static void add(Map<String, Long> sums, Counter counter, String tag) {
    String name = String.valueOf(counter.getId().getTag(tag));
    sums.merge(name, Math.round(counter.count()), Long::sum);
  }

  Work since(Work earlier) {
    return new Work(
        difference(writesByResource, earlier.writesByResource),
        difference(reconcilesByKind, earlier.reconcilesByKind));
  }

  long writes() {
    return sum(writesByResource);
  }

  long reconciles() {
    return sum(reconcilesByKind);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Map<String, Long> difference(Map<String, Long> later, Map<String, Long> earlier) {
    Map<String, Long> difference = new TreeMap<>();
    later.forEach((name, count) -> difference.put(name, count - earlier.getOrDefault(name, 0L)));
    return difference;
  }
}
