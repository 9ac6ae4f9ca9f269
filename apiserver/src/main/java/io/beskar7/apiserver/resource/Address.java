package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.error.Refusals;

/**
 * What a request is about.
 *
 * @param namespace empty for cluster-scoped kinds and for all namespaces
 * @param name empty for a collection
 * @param subresource {@code status} or empty
 */
public record Address(
    ResourceType type, Version version, String namespace, String name, String subresource) {
  public String key() {
    return type.key(namespace, name);
  }

  public Address named(String other) {
    return new Address(type, version, namespace, other, subresource);
  }

  public Refusals.Target target() {
    return type.target(name);
  }
}
