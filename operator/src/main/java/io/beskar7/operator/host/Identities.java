package io.beskar7.operator.host;

import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.PhysicalHost;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** By what two PhysicalHosts are known to stand for one server. */
final class Identities {
  private static final Set<String> SAY_NOTHING =
      Set.of("", "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff");

  private Identities() {}

  /** Where its BMC really is together with the system there, and each MAC address. */
  static Set<String> of(PhysicalHost host) {
    Set<String> identities = new TreeSet<>();
    addMacs(identities, host.getSpec().bootMACAddresses);
    HardwareDetails details = host.getStatus() == null ? null : host.getStatus().hardwareDetails;
    if (details != null) {
      if (details.resolvedAddress != null && details.systemURI != null) {
        identities.add("system " + details.resolvedAddress + details.systemURI);
      }
      addMacs(identities, details.macAddresses);
    }
    return identities;
  }

  @SuppressWarnings("NullAway") // beans: any field may be null
  private static void addMacs(Set<String> identities, List<String> macs) {
    if (macs != null) {
      macs.stream()
          .map(mac -> mac.toLowerCase(Locale.ROOT).replace('-', ':'))
          .filter(mac -> !SAY_NOTHING.contains(mac))
          .forEach(mac -> identities.add("mac " + mac));
    }
  }
}
