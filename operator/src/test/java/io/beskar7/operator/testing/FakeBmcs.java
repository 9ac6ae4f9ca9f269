package io.beskar7.operator.testing;

import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.domain.bmc.SystemFacts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The servers behind the fake BMCs; they outlive any gateway. */
public final class FakeBmcs {
  private final Map<URI, Server> servers = new ConcurrentHashMap<>();

  /** The server at an address such as {@code https://bmc-1:443}; made when first asked for. */
  public Server at(String address) {
    return at(URI.create(address));
  }

  Server at(URI address) {
    return servers.computeIfAbsent(address, Server::new);
  }

  /** One server and what its BMC was told. */
  public static final class Server {
    public final List<String> log = new CopyOnWriteArrayList<>();
    public volatile PowerState power = PowerState.ON;
    public volatile boolean override;

    /** The system each kind of intent was last for; "any" when none was named. */
    public final Map<String, String> systems = new ConcurrentHashMap<>();

    public volatile boolean persistent;
    public volatile BmcFailure trouble;
    public volatile String password = "secret";
    public volatile SystemFacts facts;

    Server(URI address) {
      facts = facts(address, "02:00:00:" + mac(address), true);
    }

    private static String mac(URI address) {
      int hash = address.hashCode() & 0xffffff;
      return "%02x:%02x:%02x".formatted(hash >> 16, (hash >> 8) & 255, hash & 255);
    }

    /** What Enrol tells. */
    public static SystemFacts facts(URI address, String mac, boolean pxe) {
      return new SystemFacts(
          "/redfish/v1/Systems/1",
          "ACME",
          "R1",
          "SN-" + address.getHost(),
          null,
          "uuid-" + address.getHost(),
          "1.0",
          "OK",
          16,
          65_536L,
          mac == null ? List.of() : List.of(mac),
          List.of(),
          pxe,
          "generic");
    }

    /** How often the log holds the line. */
    public long count(String line) {
      return log.stream().filter(line::equals).count();
    }
  }
}
