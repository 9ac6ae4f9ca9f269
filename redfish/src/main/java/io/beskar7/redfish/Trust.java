package io.beskar7.redfish;

/** How the certificate of a BMC is judged. */
public sealed interface Trust {
  /** By the certificate authorities of the Java runtime; the host name must match. */
  record SystemRoots() implements Trust {}

  /**
   * By these certificate authorities only; the host name must match.
   *
   * @param pem one or more certificates
   */
  record CaBundle(String pem) implements Trust {}

  /** Not at all. */
  record Insecure() implements Trust {}
}
