package io.beskar7.simulator.http;

import java.io.IOException;

/** The other side does not speak HTTP as agreed. */
public final class ProtocolException extends IOException {
  private final int status;

  ProtocolException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status that answers such a request. */
  public int status() {
    return status;
  }
}
