package io.beskar7.domain.machine;

/** Why a machine is where it is; each has its namesake in the vocabulary of reasons. */
public enum Cause {
  WAITING_FOR_OWNER,
  WAITING_FOR_CLUSTER_INFRASTRUCTURE,
  SPEC_INVALID,
  WAITING_FOR_BOOTSTRAP_DATA,
  BOOTSTRAP_DATA_INVALID,
  BOOTSTRAP_DATA_READY,
  WAITING_FOR_HOST,
  ADOPTION_WAITING,
  HOST_CLAIMED,
  BOOTING,
  WAITING_FOR_REPORT,
  INSPECTION_COMPLETE,
  PROVISIONING,
  PROVISIONED,
  HARDWARE_REQUIREMENTS_NOT_MET,
  WRONG_MACHINE,
  BOOT_TIMEOUT,
  POWER_ON_FAILED,
  INSPECTION_TIMEOUT,
  DEPLOYMENT_TIMEOUT,
  DEPLOYMENT_FAILED,
  IMAGE_DIGEST_MISMATCH,
  HOST_LOST,
  RELEASING,
  DELETING,
  CANCELLED,
  SUPERSEDED,
  PAUSED,
  NOT_PAUSED;

  /** Whether another host may do: this one is given back, and the machine asks again. */
  boolean wrongHost() {
    return this == HARDWARE_REQUIREMENTS_NOT_MET || this == WRONG_MACHINE;
  }

  /** Whether another attempt would end in the same way. */
  boolean incurable() {
    return this == IMAGE_DIGEST_MISMATCH;
  }

  /** Whether the run ended before its host was found fit. */
  boolean endsInspection() {
    return switch (this) {
      case BOOT_TIMEOUT, POWER_ON_FAILED, INSPECTION_TIMEOUT -> true;
      case HARDWARE_REQUIREMENTS_NOT_MET, WRONG_MACHINE -> true;
      default -> false;
    };
  }
}
