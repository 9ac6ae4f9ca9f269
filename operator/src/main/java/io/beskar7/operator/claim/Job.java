package io.beskar7.operator.claim;

import io.beskar7.domain.claim.ObjectName;

/** One turn of the lane. */
sealed interface Job {
  /** A machine wants a host. */
  record Claim(MachineKey machine) implements Job {}

  /** The consumer of a host may be gone. */
  record Heal(ObjectName host) implements Job {}
}
