package io.beskar7.boot.script;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.RunFailure;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.boot.http.Call;
import io.beskar7.boot.http.Refusal;
import io.beskar7.boot.http.Reply;
import io.beskar7.boot.run.Api;
import io.beskar7.boot.run.Clock;
import io.beskar7.boot.run.HostIndex;
import io.beskar7.boot.run.RunStatus;
import io.beskar7.boot.run.Runs;
import io.beskar7.boot.run.Tokens;
import io.beskar7.domain.bmc.HostKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** GET /api/v1/boot: tells a machine that boots from the network what to do. */
public final class BootEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(BootEndpoint.class);
  private static final int TRIES = 8;

  private final HostIndex hosts;
  private final Runs runs;
  private final Api api;
  private final Clock clock;
  private final Addresses addresses;
  private final Supplier<String> caPem;

  public BootEndpoint(
      HostIndex hosts,
      Runs runs,
      Api api,
      Clock clock,
      Addresses addresses,
      Supplier<String> caPem) {
    this.hosts = hosts;
    this.runs = runs;
    this.api = api;
    this.clock = clock;
    this.addresses = addresses;
    this.caPem = caPem;
  }

  /**
   * Always a script: a machine that got an error would go on to its next boot device, so whoever
   * cannot be helped now is told to ask again.
   */
  public Reply answer(Call call) {
    Caller caller = Caller.of(call);
    try {
      return Reply.text(200, hosts.synced() ? find(call, caller) : starting(call, caller));
    } catch (Refusal refusal) {
      if (refusal.reply().status() != 503) {
        throw refusal;
      }
      return Reply.text(200, again(call, caller, "the boot server waits for the Kubernetes API"));
    }
  }

  private String starting(Call call, Caller caller) {
    return again(call, caller, "the boot server is starting");
  }

  private String find(Call call, Caller caller) {
    List<HostKey> found = hosts.find(caller.mac(), caller.uuid(), caller.serial());
    return switch (found.size()) {
      case 0 -> again(call, caller, "no host has this MAC address, UUID or serial number");
      case 1 -> forHost(call, caller, found.getFirst());
      default -> again(call, caller, "several hosts have this address");
    };
  }

  private String forHost(Call call, Caller caller, HostKey key) {
    Optional<ProvisioningRun> open = runs.open(key).findFirst();
    if (open.isPresent()) {
      return forRun(call, caller, key, open.get().getMetadata().getName());
    }
    boolean installed =
        runs.all(key)
            .findFirst()
            .map(newest -> newest.getSpec().closed.outcome == RunOutcome.SUCCEEDED)
            .orElse(false);
    return installed
        ? Scripts.local(key.name() + " is installed")
        : again(call, caller, key.name() + " is not wanted yet");
  }

  private String forRun(Call call, Caller caller, HostKey key, String name) {
    for (int tries = 0; tries < TRIES; tries++) {
      PhysicalHost host = api.host(key);
      ProvisioningRun run = api.run(key.namespace(), name);
      Expectation expected =
          host == null || run == null ? Expectation.WAIT : Expectation.of(host, run);
      if (run == null || expected == Expectation.WAIT) {
        return again(call, caller, key.name() + " waits for its turn");
      }
      if (expected == Expectation.LOCAL) {
        return Scripts.local(key.name() + " starts from its disk");
      }
      try {
        return handOut(call, caller, run);
      } catch (Api.Conflict e) {
        LOG.atDebug().addKeyValue("run", name).log("run changed while its script was made");
      }
    }
    throw new Refusal(Reply.error(503, "the run is being written to, try again"));
  }

  /** The token is on record before the machine has it. */
  private String handOut(Call call, Caller caller, ProvisioningRun run) throws Api.Conflict {
    String token = Tokens.mint();
    ProvisioningRunStatus status = RunStatus.of(run);
    String script;
    try {
      script =
          Scripts.boot(
              run,
              new Scripts.Handout(
                  addresses.api(call),
                  caPem.get(),
                  caller.mac(),
                  token,
                  InspectionImages.url(run, addresses.scripts(call))));
      status.tokenHash = Tokens.hash(token);
      status.scriptsServed = status.scriptsServed == null ? 1 : status.scriptsServed + 1;
      if (RunStatus.milestones(run).scriptServedAt == null) {
        RunStatus.milestones(run).scriptServedAt = clock.now();
      }
    } catch (UnusableScript e) {
      status.failure = new RunFailure();
      status.failure.message = "no boot script can be made: " + e.getMessage();
      RunStatus.milestones(run).failedAt = clock.now();
      script = again(call, caller, "no boot script can be made from the orders of this run");
    }
    api.putStatus(run);
    LOG.atInfo()
        .addKeyValue("namespace", run.getMetadata().getNamespace())
        .addKeyValue("host", run.getSpec().hostRef.name)
        .addKeyValue("run", run.getMetadata().getName())
        .addKeyValue("scriptsServed", status.scriptsServed)
        .addKeyValue("failure", status.failure == null ? "" : status.failure.message)
        .log("boot script handed out");
    return script;
  }

  private String again(Call call, Caller caller, String why) {
    return Scripts.again(addresses.scripts(call) + "/api/v1/boot" + caller.query(), why);
  }
}
