package io.beskar7.operator.claim;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Namespace and name of a Beskar7Machine. */
public record MachineKey(String namespace, String name) {

  public static MachineKey of(HasMetadata machine) {
    return new MachineKey(machine.getMetadata().getNamespace(), machine.getMetadata().getName());
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
