package io.beskar7.operator.host;

import io.beskar7.domain.bmc.HostKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;

/** The same name in the words of the API, of the domain and of the SDK. */
final class Keys {
  private Keys() {}

  static HostKey host(HasMetadata object) {
    return new HostKey(object.getMetadata().getNamespace(), object.getMetadata().getName());
  }

  static ResourceID id(HostKey host) {
    return new ResourceID(host.name(), host.namespace());
  }

  static ResourceID id(String namespace, String name) {
    return new ResourceID(name, namespace);
  }
}
