package io.beskar7.domain.bmc;

/** The steps of {@link Intent.BootFromNetwork}; each is on record before its first request. */
public enum Step {
  /** Force off and see it off. */
  OFF,
  /** Set the one-time network boot and read it back. */
  OVERRIDE,
  /** Power on, once in the life of an attempt, and see it on. */
  ON
}
