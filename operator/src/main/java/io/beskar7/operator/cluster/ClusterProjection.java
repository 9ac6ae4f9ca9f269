package io.beskar7.operator.cluster;

import io.beskar7.api.cluster.Beskar7Cluster;
import io.beskar7.api.cluster.Beskar7ClusterStatus;
import io.beskar7.api.cluster.Endpoint;
import io.beskar7.api.cluster.FailureDomain;
import io.beskar7.api.common.Initialization;
import io.beskar7.api.reason.Reason;
import io.beskar7.operator.kube.Conditions;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The cluster's next status. Once provisioned it stays so, and an endpoint that was in use stays
 * known: Cluster API stops its health checks while the infrastructure is not ready.
 */
final class ClusterProjection {
  static final String ENDPOINT_READY = "ControlPlaneEndpointReady";

  /** Most failure domains Cluster API takes (InfraCluster contract, v1beta2). */
  private static final int MOST_DOMAINS = 100;

  private ClusterProjection() {}

  /**
   * Fills the status.
   *
   * @param status a copy of the present status, or a new one; it is changed
   */
  static Beskar7ClusterStatus next(
      Beskar7Cluster cluster, Beskar7ClusterStatus status, ClusterFacts facts, Instant now) {
    Long generation = cluster.getMetadata().getGeneration();
    Conditions conditions = new Conditions(status.conditions, generation, now);
    status.observedGeneration = generation;
    if (facts.paused() != null) {
      conditions.isTrue(Conditions.PAUSED, Reason.PAUSED, facts.paused());
    } else {
      conditions.isFalse(Conditions.PAUSED, Reason.NOT_PAUSED, "");
      settle(status, conditions, facts);
    }
    status.conditions = conditions.list();
    return status;
  }

  private static void settle(
      Beskar7ClusterStatus status, Conditions conditions, ClusterFacts facts) {
    status.failureDomains = domains(facts.zones());
    Endpoint endpoint = facts.endpoint() == null ? status.controlPlaneEndpoint : facts.endpoint();
    status.controlPlaneEndpoint = endpoint;
    status.ready = endpoint != null || Boolean.TRUE.equals(status.ready);
    if (endpoint != null) {
      status.initialization = new Initialization();
      status.initialization.provisioned = true;
      String where = endpoint.host + ":" + endpoint.port;
      conditions.isTrue(ENDPOINT_READY, Reason.ENDPOINT_SET, where);
      conditions.isTrue(Conditions.READY, Reason.ENDPOINT_SET, where);
      return;
    }
    Reason reason = facts.waits() == null ? Reason.ENDPOINT_NOT_SET : Reason.WAITING_FOR_OWNER;
    String message =
        facts.waits() == null
            ? "spec.controlPlaneEndpoint.host: \"\": must be a virtual address or DNS name of the"
                + " control plane"
            : facts.waits();
    conditions.isFalse(ENDPOINT_READY, reason, message);
    conditions.isFalse(Conditions.READY, reason, message);
  }

  /** None is told by leaving the field out (an empty list is refused). */
  private static @Nullable List<FailureDomain> domains(SortedSet<String> zones) {
    return zones.isEmpty()
        ? null
        : zones.stream().limit(MOST_DOMAINS).map(ClusterProjection::domain).toList();
  }

  private static FailureDomain domain(String zone) {
    FailureDomain domain = new FailureDomain();
    domain.name = zone;
    domain.controlPlane = true;
    return domain;
  }
}
