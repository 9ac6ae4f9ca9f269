package io.beskar7.api.common;

/** Names of annotations and labels, ours and those of Cluster API that we read. */
public final class Annotations {
  /** Mirror for people: RFC 3339 time of the claim (concurrent-provisioning.md). */
  public static final String CLAIMED_AT = "beskar7.io/claimed-at";

  /** Mirror for people: name of the claiming machine (concurrent-provisioning.md). */
  public static final String CLAIMED_BY = "beskar7.io/claimed-by";

  /** Mirror for people: epoch of the claim. */
  public static final String CLAIM_EPOCH = "beskar7.io/claim-epoch";

  /** On a machine that is being deleted: let go of the host without touching its BMC. */
  public static final String FORCE_RELEASE = "beskar7.io/force-release";

  /**
   * On a credentials Secret: comma-separated hosts, addresses or CIDR blocks that may be sent what
   * the Secret holds. Absent: no address is allowed.
   */
  public static final String BMC_ADDRESSES = "beskar7.io/bmc-addresses";

  /** Any value pauses the object (Cluster API contract). */
  public static final String PAUSED = "cluster.x-k8s.io/paused";

  /** The object is leaving for another management cluster (clusterctl move). */
  public static final String DELETE_FOR_MOVE = "clusterctl.cluster.x-k8s.io/delete-for-move";

  /** The infrastructure cluster is managed by somebody else (Cluster API contract). */
  public static final String MANAGED_BY = "cluster.x-k8s.io/managed-by";

  /** Label: the Cluster an object belongs to (Cluster API contract). */
  public static final String CLUSTER_NAME = "cluster.x-k8s.io/cluster-name";

  /** Label: marks Machines of the control plane (Cluster API contract). */
  public static final String CONTROL_PLANE = "cluster.x-k8s.io/control-plane";

  /** Label of a host: its failure domain. */
  public static final String ZONE = "topology.kubernetes.io/zone";

  /**
   * On a run: when it was opened (RFC 3339 with milliseconds). Deadlines count from it, because
   * creationTimestamp is cut to seconds.
   */
  public static final String OPENED_AT = "beskar7.io/opened-at";

  /** Label of a run: its host. */
  public static final String HOST_LABEL = "beskar7.io/host";

  /** Label of a run: its machine. */
  public static final String MACHINE_LABEL = "beskar7.io/machine";

  private Annotations() {}
}
