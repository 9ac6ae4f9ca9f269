package io.beskar7.app.run;

import io.beskar7.app.config.Config;
import io.beskar7.app.config.ServerSettings;
import io.beskar7.app.config.Source;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** Who this process is in a Lease: readable, and unlike any process before it. */
final class Identity {
  private Identity() {}

  static String of(Config config) {
    String name =
        config.source(ServerSettings.POD_NAME) == Source.STANDARD
            ? hostName()
            : config.get(ServerSettings.POD_NAME);
    return name + "_" + UUID.randomUUID();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "beskar7";
    }
  }
}
