package io.beskar7.app.run;

import io.beskar7.app.config.Config;
import io.beskar7.app.config.ServerSettings;
import io.beskar7.app.election.Leadership;
import io.beskar7.bmc.Lanes;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.bmc.BmcMeters;
import io.beskar7.operator.bmc.ConfigMapLoginLedger;
import io.beskar7.operator.runtime.OperatorDependencies;
import io.beskar7.operator.runtime.OperatorRuntime;
import io.beskar7.redfish.client.HttpRedfish;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What only the leader does: reconcilers, and the lanes to the BMCs. */
final class ActiveWork implements Leadership {
  private static final Logger log = LoggerFactory.getLogger(ActiveWork.class);

  private final Config config;
  private final KubernetesClient client;
  private final Time time;
  private final MeterRegistry meters;
  private Closing running = new Closing();
  private volatile @Nullable OperatorRuntime reconcilers;

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
    ConfigMapLoginLedger ledger =
        starting.add(new ConfigMapLoginLedger(client, config.get(ServerSettings.NAMESPACE)));
    Lanes lanes =
        starting.add(
            new Lanes(
                new HttpRedfish(() -> Settled.redfish(config)),
                time,
                () -> Settled.bmc(config),
                ledger,
                new BmcMeters(meters)));
    OperatorRuntime runtime =
        starting.add(
            OperatorRuntime.start(
                new OperatorDependencies(
                    client, lanes, meters, time, () -> Settled.operator(config))));
    reconcilers = runtime;
    log.atInfo().addKeyValue("ready", runtime.ready()).log("reconcilers are running");
  }

  @Override
  public void stopped() {
    reconcilers = null;
    running.close();
  }

  /** What keeps running reconcilers from working as they should, one sentence each. */
  List<String> troubles() {
    OperatorRuntime now = reconcilers;
    return now == null ? List.of("not running") : now.troubles();
  }
}
