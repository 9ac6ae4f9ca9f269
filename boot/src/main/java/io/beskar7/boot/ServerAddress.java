package io.beskar7.boot;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By which names machines reach this server. */
final class ServerAddress {
  private static final Pattern PORT = Pattern.compile("(.*[^:]):[0-9]{1,5}");

  private ServerAddress() {}

  /**
   * Host and port for scripts; null when each machine's own way of reaching us is taken. A host
   * without a port gets the port that is bound, so it needs one that is known beforehand.
   */
  static @Nullable String advertised(BootSettings settings) {
    String advertise = settings.advertise();
    if (advertise == null || hasPort(advertise)) {
      return advertise;
    }
    int port = settings.bind().getPort();
    if (port == 0) {
      throw new IllegalArgumentException(
          "advertise is " + advertise + ": must name a port when any free port is bound");
    }
    return advertise + ":" + port;
  }

  /** For the certificate. */
  static List<String> names(BootSettings settings) {
    List<String> names = new ArrayList<>();
    String advertise = settings.advertise();
    if (advertise != null) {
      names.add(hasPort(advertise) ? PORT.matcher(advertise).replaceAll("$1") : advertise);
    }
    names.addAll(settings.serverNames());
    names.add("localhost");
    names.add("127.0.0.1");
    names.addAll(bound(settings.bind()));
    return names.stream().distinct().toList();
  }

  private static boolean hasPort(String authority) {
    return authority.startsWith("[") ? authority.contains("]:") : PORT.matcher(authority).matches();
  }

  private static List<String> bound(InetSocketAddress bind) {
    InetAddress address = bind.getAddress();
    if (address == null) {
      return List.of(bind.getHostString());
    }
    if (!address.isAnyLocalAddress()) {
      return List.of(address.getHostAddress());
    }
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .map(InetAddress::getHostAddress)
          .toList();
    } catch (SocketException e) {
      throw new IllegalStateException("the addresses of this machine cannot be listed", e);
    }
  }
}
