package io.beskar7.simulator.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a port nobody listens on. Somebody may take it before it is used; then binding fails. */
final class FreePort {
  private FreePort() {}

  static int on(InetAddress address) throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, address)) {
      return probe.getLocalPort();
    }
  }
}
