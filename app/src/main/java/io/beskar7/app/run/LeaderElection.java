package io.beskar7.app.run;

import io.beskar7.app.config.Config;
import io.beskar7.app.config.ElectionSettings;
import io.beskar7.app.config.ServerSettings;
import io.beskar7.app.config.Source;
import io.beskar7.app.election.BoundedLeaseStore;
import io.beskar7.app.election.ElectionCounters;
import io.beskar7.app.election.ElectionTimings;
import io.beskar7.app.election.Elector;
import io.beskar7.app.election.KubernetesLeaseStore;
import io.beskar7.app.election.Leadership;
import io.beskar7.app.election.LeaseStore;
import io.beskar7.app.kube.KubeAccess;
import io.beskar7.domain.time.SystemTime;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The election in which a manager takes part, as it is configured. */
final class LeaderElection {
  private static final String LEASE = "beskar7-controller-manager";

  /** A busy API may need this long for an answer that is still worth having. */
  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);

  private LeaderElection() {}

  /**
   * An elector that has not begun to try.
   *
   * @param closing takes what the elector stands on, not the elector
   */
  static Elector prepare(
      Config config,
      io.fabric8.kubernetes.client.Config access,
      Leadership work,
      MeterRegistry meters,
      Closing closing) {
    ElectionTimings timings = timings(config);
    KubernetesClient client = closing.add(KubeAccess.client(access));
    LeaseStore store = new KubernetesLeaseStore(client, namespace(config), LEASE);
    SystemTime realTime = closing.add(new SystemTime(1));
    ExecutorService executor = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    closing.add(executor::shutdownNow); // its own close would wait for work that hangs
    Elector elector =
        new Elector(
            new BoundedLeaseStore(store, patience(timings)),
            timings,
            Identity.of(config),
            realTime,
            work,
            executor,
            new ElectionCounters(meters));
    Gauge.builder("leader_election_master_status", () -> elector.standing().leader() ? 1 : 0)
        .description("1 while this process leads")
        .tag("name", LEASE)
        .register(meters);
    return elector;
  }

  /** A request without an answer must leave time for another before the renew deadline. */
  private static Duration patience(ElectionTimings timings) {
    Duration half = timings.renew().dividedBy(2);
    return half.compareTo(LEAST_PATIENCE) > 0 ? half : LEAST_PATIENCE;
  }

  private static String namespace(Config config) {
    return config.source(ElectionSettings.RESOURCE_NAMESPACE) == Source.STANDARD
        ? config.get(ServerSettings.NAMESPACE)
        : config.get(ElectionSettings.RESOURCE_NAMESPACE);
  }

  private static ElectionTimings timings(Config config) {
    return new ElectionTimings(
        config.get(ElectionSettings.LEASE_DURATION),
        config.get(ElectionSettings.RENEW_DEADLINE),
        config.get(ElectionSettings.RETRY_PERIOD),
        config.get(ElectionSettings.RELEASE_ON_CANCEL));
  }
}
