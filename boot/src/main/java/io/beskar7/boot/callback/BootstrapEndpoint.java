package io.beskar7.boot.callback;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.VerdictResult;
import io.beskar7.boot.http.Call;
import io.beskar7.boot.http.Refusal;
import io.beskar7.boot.http.Reply;
import io.beskar7.boot.run.Api;
import io.beskar7.boot.run.Clock;
import io.beskar7.boot.run.Gate;
import io.beskar7.boot.run.RunStatus;
import io.beskar7.domain.bmc.HostKey;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * GET /api/v1/bootstrap: gives out the bootstrap data, which holds the secrets by which a node
 * joins. Only after an accepted report, only while the host is held for this very run, and only to
 * one client, whose address is on record before the first byte leaves.
 */
public final class BootstrapEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(BootstrapEndpoint.class);
  private static final int MAX_BYTES = 1 << 20;

  private final Gate gate;
  private final Api api;
  private final Clock clock;

  public BootstrapEndpoint(Gate gate, Api api, Clock clock) {
    this.gate = gate;
    this.api = api;
    this.clock = clock;
  }

  /** Whoever may not have it yet is told 404, as agents ask until there is something. */
  public Reply answer(Call call) {
    Gate.Pass pass = gate.enter(call);
    ProvisioningRun seen = pass.look();
    requirePermit(seen, pass.host());
    byte[] data = read(seen);
    ProvisioningRun run = pass.change(now -> permitted(now, call.client(), pass.host()));
    LOG.atInfo()
        .addKeyValue("namespace", pass.host().namespace())
        .addKeyValue("host", pass.host().name())
        .addKeyValue("run", run.getMetadata().getName())
        .addKeyValue("client", call.client())
        .addKeyValue("bytes", data.length)
        .log("bootstrap data handed out");
    return Reply.secret(data);
  }

  private boolean permitted(ProvisioningRun run, String client, HostKey key) {
    requirePermit(run, key);
    ProvisioningRunStatus status = RunStatus.of(run);
    if (status.bootstrapClient != null && !status.bootstrapClient.equals(client)) {
      LOG.atWarn()
          .addKeyValue("namespace", key.namespace())
          .addKeyValue("host", key.name())
          .addKeyValue("client", client)
          .addKeyValue("first", status.bootstrapClient)
          .log("bootstrap data asked for by a second client");
      throw new Refusal(Reply.error(403, "the bootstrap data was given to another client"));
    }
    if (status.bootstrapClient != null) {
      return false;
    }
    status.bootstrapClient = client;
    RunStatus.milestones(run).bootstrapServedAt = clock.now();
    return true;
  }

  /** The host is read live: another claim since makes the permit void. */
  private void requirePermit(ProvisioningRun run, HostKey key) {
    if (RunStatus.verdict(run) != VerdictResult.ACCEPTED) {
      throw new Refusal(Reply.notFound());
    }
    PhysicalHost host = api.host(key);
    if (host == null
        || !host.getMetadata().getUid().equals(run.getSpec().hostRef.uid)
        || !run.getSpec().epoch.equals(host.getSpec().claimEpoch)) {
      throw new Refusal(Reply.notFound());
    }
  }

  private byte[] read(ProvisioningRun run) {
    String namespace = run.getMetadata().getNamespace();
    String name = run.getSpec().bootstrapSecret;
    Secret secret = name == null ? null : api.secret(namespace, name);
    String encoded =
        secret == null || secret.getData() == null ? null : secret.getData().get("value");
    byte[] data = encoded == null ? new byte[0] : Base64.getDecoder().decode(encoded);
    if (data.length == 0 || data.length > MAX_BYTES) {
      LOG.atWarn()
          .addKeyValue("namespace", namespace)
          .addKeyValue("secret", name)
          .addKeyValue("bytes", data.length)
          .log("bootstrap Secret is missing, empty or larger than 1 MiB");
      throw new Refusal(
          data.length == 0 ? Reply.notFound() : Reply.error(500, "internal server error"));
    }
    return data;
  }
}
