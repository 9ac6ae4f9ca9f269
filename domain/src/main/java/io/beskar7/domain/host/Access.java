package io.beskar7.domain.host;

/** Whether spec and Secrets give a way to the BMC. */
public sealed interface Access {
  /**
   * There is an address, an allowed login and a way to judge the certificate.
   *
   * @param warning what a person should know of this way; empty when there is nothing
   */
  record Usable(String warning) implements Access {
    /** A way of which there is nothing to say. */
    public Usable() {
      this("");
    }
  }

  /** Something has to be corrected first. */
  record Barred(Cause cause, String message) implements Access {}
}
