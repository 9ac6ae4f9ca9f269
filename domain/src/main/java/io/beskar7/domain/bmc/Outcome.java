package io.beskar7.domain.bmc;

import org.jspecify.annotations.Nullable;

/** How an intent ended. */
public sealed interface Outcome {

  /** For {@link Intent.Enrol}. */
  record Enrolled(SystemFacts facts, PowerState power) implements Outcome {}

  /**
   * For {@link Intent.ReadState}.
   *
   * @param health the BMC's own word (OK, Warning, Critical), null when not told
   */
  record StateRead(PowerState power, @Nullable String health) implements Outcome {}

  /** For {@link Intent.PowerOff}: the BMC itself has said Off. */
  record PoweredOff() implements Outcome {}

  /**
   * For {@link Intent.BootFromNetwork}: seen on, after a confirmed off and a network boot read back
   * as set.
   *
   * @param persistent the BMC keeps the override after the boot: it has to be cleared
   */
  record BootStarted(boolean persistent) implements Outcome {}

  /** For {@link Intent.ClearOverride}. */
  record OverrideCleared() implements Outcome {}

  /**
   * The intent was not reached.
   *
   * @param message what was seen, free of secrets and of changing values such as times
   */
  record Failed(BmcFailure cause, String message) implements Outcome {}

  /** The intent was withdrawn before it was reached; nothing more will be sent for it. */
  record Cancelled() implements Outcome {}
}
