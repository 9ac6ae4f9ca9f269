package io.beskar7.redfish;

import java.net.URI;

/**
 * A Redfish service and how to get in.
 *
 * @param address scheme http or https, host, optional port, and an optional path that is put before
 *     every URI of the service; no user, query or fragment
 * @param password secret: never printed
 */
public record Target(URI address, String username, String password, Trust trust) {
  @Override
  public String toString() {
    return "Target[address=" + address + ", username=" + username + ", password=***]";
  }
}
