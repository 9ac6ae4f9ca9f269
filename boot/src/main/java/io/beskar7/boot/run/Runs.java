package io.beskar7.boot.run;

import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.boot.http.Refusal;
import io.beskar7.boot.http.Reply;
import io.beskar7.domain.bmc.HostKey;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the run a token belongs to, and writes what has happened in it. */
public final class Runs {
  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
  private static final int TRIES = 8;

  /** The open run, and one that is about to be closed: bounds what a wrong token can cost. */
  private static final int LOOKED_AT = 2;

  private final Api api;
  private final RunIndex index;

  public Runs(Api api, RunIndex index) {
    this.api = api;
    this.index = index;
  }

  /** The open runs of a host by the cache; whoever acts on one reads it live. */
  public Stream<ProvisioningRun> open(HostKey host) {
    return index.of(host).stream().filter(RunStatus::isOpen);
  }

  /** All runs of a host by the cache, the newest first. */
  public Stream<ProvisioningRun> all(HostKey host) {
    return index.of(host).stream();
  }

  /** A change of a run's status. */
  @FunctionalInterface
  public interface Change {
    /**
     * Looks at the run as it is now and changes its status; called again when somebody else has
     * written meanwhile.
     *
     * @return false when there is nothing to write
     * @throws Refusal when the run is no longer in a state for it
     */
    boolean apply(ProvisioningRun run);
  }

  /**
   * Finds the host's run with this token, live, and changes it at the version that was read. When
   * it returns, the change is durable.
   *
   * @return the run as it is now
   * @throws Refusal 401 when no run that is {@code eligible} has the token, 503 when the API does
   *     not answer
   */
  public ProvisioningRun change(
      HostKey host, String token, Predicate<ProvisioningRun> eligible, Change change) {
    if (!index.synced()) {
      throw new Refusal(Reply.error(503, "the boot server is starting, try again"));
    }
    for (int tries = 0; tries < TRIES; tries++) {
      ProvisioningRun run = withToken(host, token, eligible);
      if (!change.apply(run)) {
        return run;
      }
      try {
        return api.putStatus(run);
      } catch (Api.Conflict e) {
        LOG.atDebug().addKeyValue("host", host).log("run written by another meanwhile");
      }
    }
    throw new Refusal(Reply.error(503, "the run is being written to, try again"));
  }

  private ProvisioningRun withToken(
      HostKey host, String token, Predicate<ProvisioningRun> eligible) {
    return all(host)
        .filter(eligible)
        .limit(LOOKED_AT)
        .map(cached -> api.run(host.namespace(), cached.getMetadata().getName()))
        .filter(run -> run != null && eligible.test(run))
        .filter(run -> run.getSpec().hostRef.name.equals(host.name()))
        .filter(run -> Tokens.matches(token, RunStatus.of(run).tokenHash))
        .findFirst()
        .orElseThrow(() -> new Refusal(Reply.unauthorized()));
  }
}
