package io.beskar7.app.run;

import io.beskar7.app.config.Config;
import io.beskar7.app.election.Leadership;
import io.beskar7.bmc.LaneMetrics;
import io.beskar7.bmc.Lanes;
import io.beskar7.bmc.VolatileLoginLedger;
import io.beskar7.domain.time.Time;
import io.beskar7.redfish.client.HttpRedfish;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;

/** What only the leader does: reconcilers, and the lanes to the BMCs. */
@SuppressWarnings("UnusedVariable") // the reconcilers come with their rooms
final class ActiveWork implements Leadership {
  private final Config config;
  private final KubernetesClient client;
  private final Time time;
  private final MeterRegistry meters;
  private Closing running = new Closing();

  ActiveWork(Config config, KubernetesClient client, Time time, MeterRegistry meters) {
    this.config = config;
    this.client = client;
    this.time = time;
    this.meters = meters;
  }

  @Override
  public void started() {
    Closing starting = new Closing();
    running = starting;
    starting.add(
        new Lanes(
            new HttpRedfish(() -> Settled.redfish(config)),
            time,
            () -> Settled.bmc(config),
            new VolatileLoginLedger(),
            LaneMetrics.NONE));
  }

  @Override
  public void stopped() {
    running.close();
  }
}
