package io.beskar7.domain.claim;

import org.jspecify.annotations.Nullable;

/** Machines of the model and of tests, and copies of them that differ in one thing. */
final class Machines {
  private Machines() {}

  static MachineView fresh(ObjectName name, String uid, String version) {
    return new MachineView(
        name, uid, version, false, false, false, false, false, null, null, Needs.NONE);
  }

  static MachineView finalizer(MachineView m, String version) {
    return copy(m, version, true, m.deleting(), m.paused(), m.providerHost());
  }

  static MachineView deleting(MachineView m, String version) {
    return copy(m, version, m.finalizer(), true, m.paused(), m.providerHost());
  }

  static MachineView paused(MachineView m, boolean paused, String version) {
    return copy(m, version, m.finalizer(), m.deleting(), paused, m.providerHost());
  }

  static MachineView running(MachineView m, ObjectName host, String version) {
    return copy(m, version, m.finalizer(), m.deleting(), m.paused(), host);
  }

  static MachineView forced(MachineView m) {
    return new MachineView(
        m.name(),
        m.uid(),
        m.version(),
        m.finalizer(),
        m.deleting(),
        m.moving(),
        m.paused(),
        true,
        m.providerHost(),
        m.ticket(),
        m.needs());
  }

  static MachineView moving(MachineView m) {
    return new MachineView(
        m.name(),
        m.uid(),
        m.version(),
        m.finalizer(),
        m.deleting(),
        true,
        m.paused(),
        m.forceRelease(),
        m.providerHost(),
        m.ticket(),
        m.needs());
  }

  static MachineView needing(MachineView m, Needs needs) {
    return new MachineView(
        m.name(),
        m.uid(),
        m.version(),
        m.finalizer(),
        m.deleting(),
        m.moving(),
        m.paused(),
        m.forceRelease(),
        m.providerHost(),
        m.ticket(),
        needs);
  }

  private static MachineView copy(
      MachineView m,
      String version,
      boolean finalizer,
      boolean deleting,
      boolean paused,
      @Nullable ObjectName providerHost) {
    return new MachineView(
        m.name(),
        m.uid(),
        version,
        finalizer,
        deleting,
        m.moving(),
        paused,
        m.forceRelease(),
        providerHost,
        m.ticket(),
        m.needs());
  }
}
