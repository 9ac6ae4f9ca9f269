package io.beskar7.app.run;

import io.beskar7.app.config.Config;
import io.beskar7.app.config.ProvisioningSettings;
import io.beskar7.app.config.ServerSettings;
import io.beskar7.app.config.Source;
import io.beskar7.app.config.TuningSettings;
import io.beskar7.bmc.BmcSettings;
import io.beskar7.boot.BootSettings;
import io.beskar7.operator.runtime.OperatorSettings;
import io.beskar7.redfish.RedfishSettings;
import java.time.Duration;
import java.util.List;

/** The configuration as each room wants it. */
final class Settled {
  private Settled() {}

  static BootSettings boot(Config config) {
    boolean own = config.source(ServerSettings.BOOT_HOST) == Source.STANDARD;
    boolean pod = config.source(ServerSettings.POD_IP) != Source.STANDARD;
    return BootSettings.of(
            config.get(ServerSettings.BOOT_BIND_ADDRESS).socketAddress(),
            config.get(ServerSettings.NAMESPACE))
        .withAdvertise(own ? null : config.get(ServerSettings.BOOT_HOST))
        .withServerNames(pod ? List.of(config.get(ServerSettings.POD_IP)) : List.of())
        .withInsecureInspection(config.get(ServerSettings.ALLOW_INSECURE_INSPECTION));
  }

  static BmcSettings bmc(Config config) {
    return new BmcSettings(
        config.get(ProvisioningSettings.OPERATION_TIMEOUT),
        config.get(ProvisioningSettings.MAX_CONCURRENT_OPS),
        sessionIdle(config.get(TuningSettings.SYNC_PERIOD)));
  }

  /** Longer than the pause between two polls, or each would log in: BMCs keep a log of logins. */
  private static Duration sessionIdle(Duration pollEvery) {
    return BmcSettings.DEFAULT.sessionIdle().plus(pollEvery);
  }

  static RedfishSettings redfish(Config config) {
    RedfishSettings standard = RedfishSettings.DEFAULT;
    return new RedfishSettings(
        config.get(TuningSettings.BMC_CONNECTION_TIMEOUT),
        config.get(TuningSettings.BMC_REQUEST_TIMEOUT),
        standard.readTries(),
        standard.readDelay(),
        standard.powerOnWait(),
        standard.powerOffWait(),
        standard.gracefulWait(),
        standard.maxBodyBytes());
  }

  static OperatorSettings operator(Config config) {
    OperatorSettings standard = OperatorSettings.defaults();
    return new OperatorSettings(
        config.get(ServerSettings.NAMESPACE),
        standard.watchNamespaces(),
        config.get(ProvisioningSettings.BOOT_TIMEOUT),
        config.get(ProvisioningSettings.INSPECTION_TIMEOUT),
        config.get(ProvisioningSettings.DEPLOYMENT_TIMEOUT),
        config.get(ProvisioningSettings.OPERATION_TIMEOUT),
        config.get(ProvisioningSettings.MAX_ATTEMPTS),
        config.get(ProvisioningSettings.QUARANTINE_AFTER),
        config.get(TuningSettings.SYNC_PERIOD),
        standard.resyncInterval(),
        config.get(TuningSettings.MAX_CONCURRENT_RECONCILES));
  }
}
