package io.beskar7.simulator.firmware;

/** A command of a boot script failed. */
final class BootException extends Exception {
  BootException(String message) {
    super(message);
  }

  BootException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Always there, unlike that of other exceptions. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
