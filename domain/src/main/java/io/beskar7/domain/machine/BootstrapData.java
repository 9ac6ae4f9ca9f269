package io.beskar7.domain.machine;

/** The data with which the installed system starts. */
public sealed interface BootstrapData {
  record Ready(String secret) implements BootstrapData {}

  /**
   * Not there (yet).
   *
   * @param message what is waited for
   */
  record Missing(String message) implements BootstrapData {}

  /**
   * There, but of no use.
   *
   * @param message the Secret and its fault; never its content
   */
  record Invalid(String message) implements BootstrapData {}
}
