package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;

/** What a live look at a machine's ticket and its host has shown. */
public sealed interface Binding {

  /**
   * The host's consumer is this machine.
   *
   * @param host as the API had it just now
   * @param epoch claimEpoch of the host under this binding
   */
  record Bound(PhysicalHost host, long epoch) implements Binding {}

  /**
   * Neither bound nor lost: the claim is still being settled.
   *
   * @param message why, free of changing values such as times
   */
  record Waiting(String message) implements Binding {}

  /** The same, and the claim room is at it: news of the host or of the machine follows. */
  record Underway() implements Binding {}

  /** There is no ticket, or the one there is can never lead to a binding (again). */
  record Dead() implements Binding {}
}
