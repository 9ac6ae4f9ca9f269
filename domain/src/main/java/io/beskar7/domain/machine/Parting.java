package io.beskar7.domain.machine;

/** How far letting go of the host has come. */
public sealed interface Parting {
  /** Nobody has asked yet. */
  record NotAsked() implements Parting {}

  /**
   * Not yet.
   *
   * @param message what is waited for
   */
  record Waiting(String message) implements Parting {}

  /** The host no longer names the machine. */
  record Done() implements Parting {}
}
