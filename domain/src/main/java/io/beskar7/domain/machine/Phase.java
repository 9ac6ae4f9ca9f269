package io.beskar7.domain.machine;

/** How far a machine has come. */
public enum Phase {
  /** Something has to be there before a host is asked for. */
  PENDING,
  CLAIMING,
  INSPECTING,
  VALIDATING,
  PROVISIONING,
  PROVISIONED,
  /** For good: only deleting the machine leads on. */
  FAILED,
  DELETING
}
