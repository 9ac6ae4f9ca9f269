package io.beskar7.it.cost;

import io.beskar7.app.kube.ApiCalls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a product has done so far, by its own meters.
 *
 * @param writes requests that change something in the Kubernetes API, by resource
 * @param looks passes of the reconcilers, by kind
 * @param polls reads of a BMC's state, each of which is begun by one look; how many there are is a
 *     matter of time alone
 */
record Effort(Map<String, Long> writes, Map<String, Long> looks, long polls) {
  private static final Set<String> WRITING = Set.of("post", "put", "patch", "delete");

  static Effort soFar(MeterRegistry meters) {
    Map<String, Long> writes = new TreeMap<>();
    for (Counter counter : meters.find(ApiCalls.METER).counters()) {
      if (WRITING.contains(counter.getId().getTag("verb"))) {
        add(writes, counter, "resource");
      }
    }
    Map<String, Long> looks = new TreeMap<>();
    meters.find("beskar7.reconciles").counters().forEach(counter -> add(looks, counter, "kind"));
    long polls =
        meters.find("beskar7_bmc_operation_wait").tag("operation", "ReadState").timers().stream()
            .mapToLong(timer -> timer.count())
            .sum();
    return new Effort(writes, looks, polls);
  }

  private static void add(Map<String, Long> sums, Counter counter, String tag) {
    Meter.Id id = counter.getId();
    sums.merge(String.valueOf(id.getTag(tag)), Math.round(counter.count()), Long::sum);
  }

  Effort since(Effort earlier) {
    return new Effort(
        difference(writes, earlier.writes),
        difference(looks, earlier.looks),
        polls - earlier.polls);
  }

  private static Map<String, Long> difference(Map<String, Long> later, Map<String, Long> earlier) {
    Map<String, Long> difference = new TreeMap<>();
    later.forEach((name, count) -> difference.put(name, count - earlier.getOrDefault(name, 0L)));
    return difference;
  }

  double writesPer(int machines) {
    return (double) sum(writes) / machines;
  }

  /** Looks that were not begun by the time for a poll. */
  double looksForNewsPer(int machines) {
    return (double) (sum(looks) - polls) / machines;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public String toString() {
    return "%d writes to the API %s; %d looks %s, of them %d to poll a BMC"
        .formatted(sum(writes), writes, sum(looks), looks, polls);
  }
}
