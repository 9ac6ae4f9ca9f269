package io.beskar7.domain.machine;

/** What people are told of; each has its namesake in the vocabulary of reasons. */
public enum Happening {
  HOST_CLAIMED(false),
  INSPECTION_STARTED(false),
  INSPECTION_COMPLETE(false),
  HARDWARE_VALIDATION_FAILED(true),
  PROVISIONING_COMPLETE(false),
  PROVISIONING_FAILED(true);

  private final boolean warning;

  Happening(boolean warning) {
    this.warning = warning;
  }

  /** Whether somebody may have to look. */
  public boolean warning() {
    return warning;
  }
}
