package io.beskar7.app.demo;

import io.beskar7.app.kube.ApiCalls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;

/**
 * What the manager has done so far, by its own meters.
 *
 * @param writes POST, PUT, PATCH and DELETE requests to the Kubernetes API
 * @param reconciles passes of its reconcilers
 */
record Work(long writes, long reconciles) {
  private static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
  private static final String RECONCILES = "beskar7.reconciles";

  static Work soFar(MeterRegistry meters) {
    double writes =
        meters.find(ApiCalls.METER).counters().stream()
            .filter(c -> WRITES.contains(String.valueOf(c.getId().getTag("verb"))))
            .mapToDouble(Counter::count)
            .sum();
    double reconciles =
        meters.find(RECONCILES).counters().stream().mapToDouble(Counter::count).sum();
    return new Work(Math.round(writes), Math.round(reconciles));
  }

  Work since(Work earlier) {
    return new Work(writes - earlier.writes, reconciles - earlier.reconciles);
  }
}
