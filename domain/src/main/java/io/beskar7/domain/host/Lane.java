package io.beskar7.domain.host;

import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the way to the BMC is doing for this host. It knows nothing after a restart. */
public sealed interface Lane {
  /** Nothing has been submitted since the start of the process. */
  record Idle() implements Lane {}

  /**
   * The operation waits or runs.
   *
   * @param startedAt null while it waits for others
   */
  record Busy(String operationId, @Nullable Instant startedAt) implements Lane {}

  /** The operation runs, and waits for a step to be put on record. */
  record StepDue(String operationId, Step step, Instant startedAt) implements Lane {}

  /**
   * The operation ended.
   *
   * @param at when
   * @param failures how many in a row have failed at this target, this one included
   * @param sameTarget whether address, login and trust are still those it was submitted with
   */
  record Ended(String operationId, Outcome outcome, Instant at, int failures, boolean sameTarget)
      implements Lane {}

  /** The operation that waits or runs, or null. */
  default @Nullable String running() {
    return switch (this) {
      case Idle() -> null;
      case Busy(String id, var _) -> id;
      case StepDue(String id, Step _, Instant _) -> id;
      case Ended _ -> null;
    };
  }
}
