package io.beskar7.app.election;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators watch of an election. */
public final class ElectionCounters {
  private final Counter errors;
  private final Counter slowPaths;

  public ElectionCounters(MeterRegistry registry) {
    errors =
        Counter.builder("leader_election_error")
            .description("Tries to get or renew the leader Lease that got no usable answer")
            .register(registry);
    slowPaths =
        Counter.builder("leader_election_slowpath")
            .description("Renewals that had to read the Lease again first")
            .register(registry);
  }

  void error() {
    errors.increment();
  }

  void slowPath() {
    slowPaths.increment();
  }
}
