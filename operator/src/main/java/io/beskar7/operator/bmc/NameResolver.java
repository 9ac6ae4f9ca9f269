package io.beskar7.operator.bmc;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What a host name stands for. */
public interface NameResolver {
  /** All addresses of a name or literal; empty when there are none. */
  List<InetAddress> resolve(String host);

  /** The one of the operating system, with the JVM's cache. */
  static NameResolver system() {
    return host -> {
      try {
        return List.of(InetAddress.getAllByName(host));
      } catch (UnknownHostException unknown) {
        return List.of();
      }
    };
  }
}
