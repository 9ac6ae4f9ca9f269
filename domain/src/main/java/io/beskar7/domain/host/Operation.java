package io.beskar7.domain.host;

import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A BMC operation on record.
 *
 * @param run the run a network boot serves, null for all else
 * @param step the last step of a network boot on record, the first from its beginning on; null for
 *     all else
 * @param attempt 1, 2, ...
 */
public record Operation(
    String id,
    Kind kind,
    @Nullable String run,
    @Nullable Step step,
    int attempt,
    Instant startedAt,
    Instant deadline) {

  /** The intents of {@link Intent}; all but READ_STATE are recorded before they are submitted. */
  public enum Kind {
    ENROL,
    READ_STATE,
    POWER_OFF,
    CLEAR_OVERRIDE,
    BOOT_FROM_NETWORK
  }

  /** What to ask of the lane, going on after the step on record. */
  public Intent intent() {
    return switch (kind) {
      case ENROL -> new Intent.Enrol();
      case READ_STATE -> new Intent.ReadState();
      case POWER_OFF -> new Intent.PowerOff();
      case CLEAR_OVERRIDE -> new Intent.ClearOverride();
      case BOOT_FROM_NETWORK -> new Intent.BootFromNetwork(step == null ? Step.OFF : step);
    };
  }

  /** Whether a network boot override may have been set that nobody has seen consumed. */
  boolean mayLeaveOverride() {
    return kind == Kind.BOOT_FROM_NETWORK && (step == Step.OVERRIDE || step == Step.ON);
  }

  Operation at(Step next) {
    return new Operation(id, kind, run, next, attempt, startedAt, deadline);
  }
}
