package io.beskar7.domain.bmc;

/** Namespace and name of a PhysicalHost. */
public record HostKey(String namespace, String name) implements Comparable<HostKey> {
  @Override
  public int compareTo(HostKey other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
