package io.beskar7.boot.artifact;

import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.boot.http.Refusal;
import io.beskar7.boot.run.Api;
import io.beskar7.boot.run.Clock;
import io.beskar7.boot.run.RunStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts on a run's record that its kernel and initrd were fetched. Only a help for people: a file is
 * served even when the record cannot be written.
 */
public final class FetchRecord {
  private static final Logger LOG = LoggerFactory.getLogger(FetchRecord.class);
  private static final int TRIES = 4;

  private final Api api;
  private final Clock clock;

  public FetchRecord(Api api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  void fetched(String namespace, String name, String file) {
    boolean kernel = file.endsWith("vmlinuz");
    if (!kernel && !file.endsWith("initrd.img")) {
      return;
    }
    try {
      for (int tries = 0; tries < TRIES && !written(namespace, name, kernel); tries++) {
        LOG.atDebug().addKeyValue("run", name).log("run changed while a fetch was recorded");
      }
    } catch (Refusal e) {
      LOG.atWarn().addKeyValue("run", name).addKeyValue("file", file).log("fetch not recorded");
    }
  }

  /** True when there is nothing more to do. */
  private boolean written(String namespace, String name, boolean kernel) {
    ProvisioningRun run = api.run(namespace, name);
    if (run == null || !RunStatus.isOpen(run)) {
      return true;
    }
    Milestones passed = RunStatus.milestones(run);
    if (passed.scriptServedAt == null
        || (kernel ? passed.kernelServedAt : passed.initrdServedAt) != null) {
      return true;
    }
    if (kernel) {
      passed.kernelServedAt = clock.now();
    } else {
      passed.initrdServedAt = clock.now();
    }
    try {
      api.putStatus(run);
      return true;
    } catch (Api.Conflict e) {
      return false;
    }
  }
}
