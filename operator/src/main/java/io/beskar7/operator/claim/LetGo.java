package io.beskar7.operator.claim;

import io.beskar7.api.reason.Reason;

/** How far a machine's letting go of its host has come. */
public sealed interface LetGo {

  /** No host names this machine any more, and none can come to do so by its ticket. */
  record Done() implements LetGo {}

  /**
   * Something has to happen first.
   *
   * @param reason for the machine's conditions
   * @param message what is waited for, free of changing values such as times
   */
  record Waiting(Reason reason, String message) implements LetGo {}
}
