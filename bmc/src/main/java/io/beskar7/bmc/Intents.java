package io.beskar7.bmc;

import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.Step;
import io.beskar7.redfish.BootOverride;
import io.beskar7.redfish.NetworkAddresses;
import io.beskar7.redfish.Power;
import io.beskar7.redfish.PowerRequest;
import io.beskar7.redfish.RedfishSystem;
import io.beskar7.redfish.SystemInfo;

/** What each intent does with its BMC. */
final class Intents {
  private Intents() {}

  static Outcome reach(Intent intent, Run run) throws Run.Ended {
    return switch (intent) {
      case Intent.Enrol() -> enrol(run);
      case Intent.ReadState() -> readState(run);
      case Intent.PowerOff() -> powerOff(run);
      case Intent.ClearOverride() -> clearOverride(run);
      case Intent.BootFromNetwork(Step from) -> boot(from, run);
    };
  }

  private static Outcome enrol(Run run) throws Run.Ended {
    SystemInfo info = run.ask(RedfishSystem::getSystemInfo);
    NetworkAddresses addresses = run.ask(RedfishSystem::getNetworkAddresses);
    return new Outcome.Enrolled(
        Translation.facts(info, addresses), Translation.power(info.power()));
  }

  private static Outcome readState(Run run) throws Run.Ended {
    SystemInfo info = run.ask(RedfishSystem::getSystemInfo);
    return new Outcome.StateRead(Translation.power(info.power()), info.health());
  }

  /**
   * The read comes first: a session that was kept may have expired in the meantime, and a read may
   * log in anew where a write may not.
   */
  private static Outcome powerOff(Run run) throws Run.Ended {
    if (run.ask(RedfishSystem::getPowerState) != Power.OFF) {
      run.ask(system -> system.setPowerState(PowerRequest.FORCE_OFF));
    }
    return new Outcome.PoweredOff();
  }

  private static Outcome clearOverride(Run run) throws Run.Ended {
    run.ask(RedfishSystem::getPowerState);
    run.ask(RedfishSystem::clearBootOverride);
    return new Outcome.OverrideCleared();
  }

  private static Outcome boot(Step from, Run run) throws Run.Ended {
    if (from == Step.ON) {
      // On may have been sent before: a second one could start a second boot.
      run.ask(system -> system.awaitPower(Power.ON));
      return new Outcome.BootStarted(run.ask(RedfishSystem::bootOverridePersists));
    }
    // As long as On is not on record nothing was switched on in this attempt: off is safe.
    Power power = run.ask(RedfishSystem::getPowerState);
    if (from == Step.OFF || power != Power.OFF) {
      run.ask(Step.OFF, system -> system.setPowerState(PowerRequest.FORCE_OFF));
    }
    BootOverride override = run.ask(Step.OVERRIDE, RedfishSystem::setBootSourcePXE);
    if (run.ask(RedfishSystem::getPowerState) != Power.OFF) {
      throw run.failed(
          BmcFailure.POWER_NOT_CONFIRMED,
          "the system did not stay off until its network boot was set");
    }
    run.ask(Step.ON, system -> system.setPowerState(PowerRequest.ON));
    return new Outcome.BootStarted(override.persistent());
  }
}
