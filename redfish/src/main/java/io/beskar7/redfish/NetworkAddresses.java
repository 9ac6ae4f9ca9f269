package io.beskar7.redfish;

import java.util.List;

/**
 * The system's own network interfaces, without the host's link to its BMC.
 *
 * @param macAddresses lower case with colons, sorted, without duplicates
 * @param ipAddresses without unspecified, loopback and link-local ones, sorted
 * @param gaps why something may be missing, one clause for each reason
 */
public record NetworkAddresses(
    List<String> macAddresses, List<String> ipAddresses, List<String> gaps) {
  public NetworkAddresses {
    macAddresses = List.copyOf(macAddresses);
    ipAddresses = List.copyOf(ipAddresses);
    gaps = List.copyOf(gaps);
  }
}
