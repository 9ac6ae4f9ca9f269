package io.beskar7.app.config;

import java.net.InetSocketAddress;

/**
 * Where a server listens.
 *
 * @param host a name or an address; empty stands for every address of this machine
 * @param port 0 asks for any free port
 */
public record BindAddress(String host, int port) {

  /**
   * Reads {@code host:port}, {@code [v6]:port} or {@code :port}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static BindAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("no port");
    }
    String host = text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.contains(":")) {
      throw new IllegalArgumentException("an IPv6 address needs brackets");
    }
    int port = Integer.parseInt(text.substring(colon + 1));
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no such port");
    }
    return new BindAddress(host, port);
  }

  /** The address to bind; resolves the host's name. */
  public InetSocketAddress socketAddress() {
    return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
  }

  /** Whether both would take the same port of the same address. */
  public boolean collidesWith(BindAddress other) {
    return port != 0
        && port == other.port
        && (host.isEmpty() || other.host.isEmpty() || host.equals(other.host));
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
