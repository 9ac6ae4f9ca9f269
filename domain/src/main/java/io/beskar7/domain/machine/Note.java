package io.beskar7.domain.machine;

import org.jspecify.annotations.Nullable;

/** What is put on record in the machine's status. */
public sealed interface Note {
  /** The status stays as it is. */
  record Nothing() implements Note {}

  /** Only that the machine is paused. */
  record Paused(String message) implements Note {}

  /**
   * Where the machine is.
   *
   * @param cause why it is (or is not) ready
   * @param host the host that is held; null when none is
   * @param run the run that is open, or was last; null when there was none
   * @param attempt its number; 0 when there was none
   */
  record Standing(
      Phase phase,
      Cause cause,
      String message,
      @Nullable String host,
      @Nullable String run,
      int attempt)
      implements Note {

    /** Whether the machine runs and can be used. */
    public boolean ready() {
      return phase == Phase.PROVISIONED && cause == Cause.PROVISIONED;
    }
  }
}
