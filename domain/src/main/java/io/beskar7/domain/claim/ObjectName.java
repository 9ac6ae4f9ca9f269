package io.beskar7.domain.claim;

/** Namespace and name of a host or a machine. */
public record ObjectName(String namespace, String name) implements Comparable<ObjectName> {
  private static final String SCHEME = "b7://";

  /**
   * The host that a providerID names. Text that is no providerID of ours names a host that cannot
   * exist, so that its machine is never given another one.
   *
   * @param providerId {@code b7://namespace/host}
   */
  public static ObjectName ofProviderId(String providerId) {
    String path = providerId.startsWith(SCHEME) ? providerId.substring(SCHEME.length()) : "";
    int slash = path.indexOf('/');
    return slash < 1 || slash == path.length() - 1
        ? new ObjectName("", providerId)
        : new ObjectName(path.substring(0, slash), path.substring(slash + 1));
  }

  @Override
  public int compareTo(ObjectName other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
