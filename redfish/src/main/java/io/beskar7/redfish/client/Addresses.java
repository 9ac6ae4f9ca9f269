package io.beskar7.redfish.client;

import io.beskar7.redfish.json.Json;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells real addresses from what BMCs write in their place. */
final class Addresses {
  private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

  private Addresses() {}

  /** Lower case with colons; null for anything but the address of one Ethernet interface. */
  static @Nullable String mac(@Nullable String text) {
    String mac = text == null ? "" : text.toLowerCase(Locale.ROOT).replace('-', ':');
    if (!MAC.matcher(mac).matches() || mac.equals("00:00:00:00:00:00")) {
      return null;
    }
    boolean group = (Integer.parseInt(mac.substring(0, 2), 16) & 1) == 1;
    return group ? null : mac;
  }

  /** Null for what is no address, or none that another machine can use. */
  static @Nullable String usable(@Nullable String text) {
    InetAddress address = parse(text);
    return address == null
            || address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isMulticastAddress()
        ? null
        : address.getHostAddress();
  }

  /** The host's own link to its BMC: by name, or because it has nothing but 169.254.0.0/16. */
  static boolean isLinkToManager(String path, Json nic) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (trimmed.toLowerCase(Locale.ROOT).endsWith("/tomanager")) {
      return true;
    }
    List<Json> addresses = nic.list("IPv4Addresses");
    return !addresses.isEmpty()
        && addresses.stream().allMatch(address -> linkLocal4(address.text("Address")));
  }

  private static boolean linkLocal4(@Nullable String text) {
    return parse(text) instanceof Inet4Address address && address.isLinkLocalAddress();
  }

  /** Literals only: nothing is looked up. IPv6 may carry its prefix length (iLO). */
  private static @Nullable InetAddress parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int slash = text.indexOf('/');
    try {
      return InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
