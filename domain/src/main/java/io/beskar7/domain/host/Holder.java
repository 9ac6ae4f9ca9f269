package io.beskar7.domain.host;

/** What is known of the machine in spec.consumerRef. */
public enum Holder {
  /** There is no consumerRef. */
  NONE,
  /** A machine holds the host, or is not in sight, which proves nothing. */
  HOLDING,
  /** As HOLDING; the machine has been provisioned on this host. */
  PROVISIONED,
  /** The machine is being deleted, or gives the host back. */
  LETTING_GO,
  /** As LETTING_GO, but paused or leaving for another cluster: nothing may be done. */
  LETTING_GO_PAUSED;

  boolean keeps() {
    return this == HOLDING || this == PROVISIONED;
  }
}
