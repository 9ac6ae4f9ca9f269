package io.beskar7.operator.host;

import io.beskar7.api.host.HardwareDetails;
import io.beskar7.domain.bmc.SystemFacts;
import io.beskar7.operator.bmc.BmcAddress;
import io.beskar7.operator.bmc.NameResolver;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the BMC has told, as the host's status keeps it. */
final class Enrolments {
  private Enrolments() {}

  /**
   * Copies the facts.
   *
   * @param place the BMC and system that told them
   */
  @SuppressWarnings("NullAway") // bean: absent is null
  static HardwareDetails details(SystemFacts facts, String place, NameResolver resolver) {
    HardwareDetails details = new HardwareDetails();
    details.manufacturer = facts.manufacturer();
    details.model = facts.model();
    details.serialNumber = facts.serialNumber();
    details.sku = facts.sku();
    details.uuid = facts.uuid();
    details.biosVersion = facts.biosVersion();
    details.health = facts.health();
    details.cpuCores = facts.cores();
    details.memoryMiB = facts.memoryMiB();
    details.macAddresses = orNull(facts.macAddresses());
    details.addresses = orNull(facts.addresses());
    details.systemURI = facts.systemUri();
    details.bmcType = facts.bmcType();
    details.pxeSupported = facts.pxeSupported();
    details.readFrom = place;
    details.resolvedAddress = resolved(place, resolver);
    return details;
  }

  private static @Nullable List<String> orNull(List<String> list) {
    return list.isEmpty() ? null : list;
  }

  /** Number, port and prefix, so that two names of one BMC look the same. */
  private static String resolved(String place, NameResolver resolver) {
    int hash = place.indexOf('#');
    BmcAddress address = BmcAddress.parse(hash < 0 ? place : place.substring(0, hash));
    String number =
        resolver.resolve(address.host()).stream()
            .map(InetAddress::getHostAddress)
            .min(Comparator.naturalOrder())
            .orElse(address.host());
    return new BmcAddress(address.scheme(), number, address.port(), "").authority()
        + address.prefix();
  }
}
