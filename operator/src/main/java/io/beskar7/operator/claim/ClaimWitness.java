package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;

/**
 * Is told what happens to claims; the place for counters. Called on the thread that does it, must
 * return at once and never throw.
 */
interface ClaimWitness {
  /** A host was chosen among so many that the machine could have. */
  default void selected(Beskar7Machine machine, PhysicalHost host, int candidates) {}

  /** A write was refused because somebody else had written. */
  default void conflict(Beskar7Machine machine, String host) {}

  /** No answer came to a write; what became of it is read next. */
  default void unanswered(Beskar7Machine machine, String host, String error) {}

  /** Another machine got the host; the next one is tried. */
  default void lostRace(Beskar7Machine machine, String host) {}

  /** The bind has been acknowledged. */
  default void bound(Beskar7Machine machine, PhysicalHost host) {}

  /** The machine has given the host back. */
  default void released(Beskar7Machine machine, PhysicalHost host) {}

  /** The host's consumer was proven gone; the host has been freed. */
  default void healed(PhysicalHost host, String consumer) {}

  /** The host's consumer cannot be seen and may still come back. */
  default void unproven(PhysicalHost host, String why) {}
}
