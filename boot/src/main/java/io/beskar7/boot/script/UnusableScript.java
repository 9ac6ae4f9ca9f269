package io.beskar7.boot.script;

/** No script can be made from the run's orders. The message holds no token. */
final class UnusableScript extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableScript(String message) {
    super(message, null, false, false);
  }
}
