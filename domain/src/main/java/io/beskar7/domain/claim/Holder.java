package io.beskar7.domain.claim;

import org.jspecify.annotations.Nullable;

/**
 * Who holds a host ({@code PhysicalHost.spec.consumerRef}).
 *
 * @param kind empty when it was not written
 * @param uid null when it was not written (not by us, then)
 */
public record Holder(String kind, ObjectName name, @Nullable String uid) {
  /** The only kind that claims hosts. */
  public static final String MACHINE = "Beskar7Machine";

  static Holder of(MachineView machine) {
    return new Holder(MACHINE, machine.name(), machine.uid());
  }

  /** Whether this is the machine of that name, whatever its UID. */
  boolean names(MachineView machine) {
    return kind.equals(MACHINE) && name.equals(machine.name());
  }
}
