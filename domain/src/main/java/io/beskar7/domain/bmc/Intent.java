package io.beskar7.domain.bmc;

/** What is wanted of a BMC: one goal, reached by several requests. */
public sealed interface Intent {

  /** Connect, read identity, MACs, power and whether a network boot can be asked for. */
  record Enrol() implements Intent {}

  /** Read power state and health. */
  record ReadState() implements Intent {}

  /** Power off at once and see it off. */
  record PowerOff() implements Intent {}

  /** Forget a boot override that is still set (best effort). */
  record ClearOverride() implements Intent {}

  /**
   * Off, seen off, network boot once, read back, on, seen on.
   *
   * @param from the last step on record: earlier steps are repeated only where that is safe. From
   *     {@link Step#ON} nothing is written any more: the power state is read until it is on or the
   *     deadline has passed.
   */
  record BootFromNetwork(Step from) implements Intent {}
}
