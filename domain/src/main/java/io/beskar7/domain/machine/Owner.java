package io.beskar7.domain.machine;

/** Who stands above a machine. */
public sealed interface Owner {
  /** Nobody: the user made the machine directly. */
  record StandAlone() implements Owner {}

  /** A Cluster API Machine of a Cluster. */
  record Owned(boolean infrastructureReady) implements Owner {}

  /**
   * Somebody ought to, but cannot be seen yet.
   *
   * @param message what is missing
   */
  record Missing(String message) implements Owner {}
}
