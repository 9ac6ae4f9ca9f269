package io.beskar7.domain.bmc;

/** How a BMC's TLS certificate is judged. */
public sealed interface BmcTrust {
  /** The certificate authorities of the Java runtime. */
  record SystemRoots() implements BmcTrust {}

  /**
   * Only the given certificate authorities.
   *
   * @param pem one or more certificates, PEM
   */
  record CaBundle(String pem) implements BmcTrust {}

  /** No check at all: whoever answers is believed. */
  record Insecure() implements BmcTrust {}
}
