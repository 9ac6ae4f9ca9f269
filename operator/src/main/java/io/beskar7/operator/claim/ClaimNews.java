package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.reason.Reason;
import io.beskar7.operator.kube.Events;
import io.beskar7.operator.kube.LogKeys;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells people: log lines and Events (concurrent-provisioning.md, "Debugging Workflows"). */
final class ClaimNews implements ClaimWitness {
  private static final Logger LOG = LoggerFactory.getLogger("io.beskar7.operator.claim");

  private final Events events;

  ClaimNews(Events events) {
    this.events = events;
  }

  @Override
  public void selected(Beskar7Machine machine, PhysicalHost host, int candidates) {
    of(LOG.atInfo(), machine).addKeyValue("candidates", candidates).log("selecting host");
    of(LOG.atInfo(), machine)
        .addKeyValue(LogKeys.HOST, host.getMetadata().getName())
        .log("deterministic host selection");
  }

  @Override
  public void conflict(Beskar7Machine machine, String host) {
    of(LOG.atInfo(), machine).addKeyValue(LogKeys.HOST, host).log("optimistic lock conflict");
  }

  @Override
  public void unanswered(Beskar7Machine machine, String host, String error) {
    of(LOG.atWarn(), machine)
        .addKeyValue(LogKeys.HOST, host)
        .addKeyValue(LogKeys.ERROR, error)
        .log("no answer to a write, reading what became of it");
  }

  @Override
  public void lostRace(Beskar7Machine machine, String host) {
    events.normal(
        machine,
        Reason.CLAIM_CONFLICT,
        "Another machine was faster to claim host " + host + "; trying the next");
  }

  @Override
  public void bound(Beskar7Machine machine, PhysicalHost host) {
    of(LOG.atInfo(), machine)
        .addKeyValue(LogKeys.HOST, host.getMetadata().getName())
        .addKeyValue(LogKeys.EPOCH, host.getSpec().claimEpoch)
        .log("host claimed");
  }

  @Override
  public void released(Beskar7Machine machine, PhysicalHost host) {
    String name = host.getMetadata().getName();
    of(LOG.atInfo(), machine).addKeyValue(LogKeys.HOST, name).log("host released");
    events.normal(machine, Reason.HOST_RELEASED, "Released host " + name);
    events.normal(
        host, Reason.HOST_RELEASED, "Released by machine " + machine.getMetadata().getName());
    if (!confirmedOff(host)) {
      events.warning(
          host,
          Reason.FORCE_RELEASED,
          "Released by force: the BMC has not confirmed that the server is off");
    }
  }

  /** Of a host that has just been freed, which raised its epoch by one. */
  private static boolean confirmedOff(PhysicalHost host) {
    Long released = host.getStatus() == null ? null : host.getStatus().releasedEpoch;
    return released != null && released == host.getSpec().claimEpoch - 1;
  }

  @Override
  public void healed(PhysicalHost host, String consumer) {
    of(LOG.atWarn(), host)
        .addKeyValue("consumer", consumer)
        .log("consumer of host is gone, host freed");
    events.warning(
        host, Reason.CONSUMER_GONE, "Machine " + consumer + " no longer exists; the host is freed");
  }

  @Override
  public void unproven(PhysicalHost host, String why) {
    of(LOG.atWarn(), host).addKeyValue(LogKeys.ERROR, why).log("consumer of host cannot be seen");
    events.warning(host, Reason.CONSUMER_UNPROVEN, why);
  }

  private static LoggingEventBuilder of(LoggingEventBuilder line, HasMetadata object) {
    String key = object instanceof Beskar7Machine ? LogKeys.MACHINE : LogKeys.HOST;
    return line.addKeyValue(LogKeys.NAMESPACE, object.getMetadata().getNamespace())
        .addKeyValue(key, object.getMetadata().getName());
  }
}
