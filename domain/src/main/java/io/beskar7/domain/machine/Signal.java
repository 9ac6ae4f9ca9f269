package io.beskar7.domain.machine;

import java.time.Duration;

/** Something said once acts and status are on record. */
public sealed interface Signal {
  /** The machine asks for a host. */
  record Wants() implements Signal {}

  /** The machine asks for none. */
  record Forget() implements Signal {}

  /** The machine lives on and gives its host back. */
  record RequestRelease() implements Signal {}

  /** For people. */
  record Announce(Happening happening, String message) implements Signal {}

  /** From the opening of a run to the report; once for each run. */
  record InspectionTook(Duration duration) implements Signal {}

  /** A run ended before its host was found fit; once for each run. */
  record InspectionFailed() implements Signal {}

  /** From the opening of a run to the running system; once for each run. */
  record ProvisioningTook(Duration duration) implements Signal {}
}
