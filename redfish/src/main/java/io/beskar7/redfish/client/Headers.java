package io.beskar7.redfish.client;

/** What a BMC gave us and we have to send back in a header. */
final class Headers {
  private Headers() {}

  /** Visible ASCII, at least one character: anything else cannot be sent as it is. */
  static boolean valid(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
