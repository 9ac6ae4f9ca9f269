package io.beskar7.domain.machine;

/** How a run ended. */
public enum Outcome {
  SUCCEEDED,
  FAILED,
  CANCELLED
}
