package io.beskar7.simulator.http;

import java.net.InetSocketAddress;

/**
 * A request as it was read from the wire.
 *
 * @param method as sent
 * @param path up to the question mark, not decoded
 * @param query behind the question mark, empty when there is none
 * @param headers in their order
 * @param text the body as UTF-8, empty when there is none
 * @param peer where the connection comes from
 * @param connection number of the connection within its listener
 */
public record HttpRequest(
    String method,
    String path,
    String query,
    Headers headers,
    String text,
    InetSocketAddress peer,
    long connection) {

  /** Never the headers: they carry credentials. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
