package io.beskar7.api.common;

/** API groups, versions and the prefix of our labels and annotations. */
public final class Groups {
  /** The group Cluster API knows infrastructure providers by. */
  public static final String INFRASTRUCTURE = "infrastructure.cluster.x-k8s.io";

  /** The stored version of {@link #INFRASTRUCTURE}; v1beta2 is served with the same schema. */
  public static final String INFRASTRUCTURE_VERSION = "v1beta1";

  /** The group of our own kinds. */
  public static final String BESKAR7 = "beskar7.io";

  public static final String BESKAR7_VERSION = "v1alpha1";

  private Groups() {}
}
