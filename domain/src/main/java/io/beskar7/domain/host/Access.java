package io.beskar7.domain.host;

/** Whether spec and Secrets give a way to the BMC. */
public sealed interface Access {
  /** There is an address, an allowed login and a way to judge the certificate. */
  record Usable() implements Access {}

  /** Something has to be corrected first. */
  record Barred(Cause cause, String message) implements Access {}
}
