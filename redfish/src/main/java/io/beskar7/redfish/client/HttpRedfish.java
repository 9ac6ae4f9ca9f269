package io.beskar7.redfish.client;

import io.beskar7.redfish.LoginGate;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.RedfishClient;
import io.beskar7.redfish.RedfishConnector;
import io.beskar7.redfish.RedfishSettings;
import io.beskar7.redfish.Result;
import io.beskar7.redfish.Target;
import io.beskar7.redfish.http.HttpClients;
import io.beskar7.redfish.http.Origin;
import io.beskar7.redfish.http.Wire;
import java.util.function.Supplier;

/** Redfish over HTTP/1.1, with one HTTP client for each way of trusting. */
public final class HttpRedfish implements RedfishConnector {
  private final Supplier<RedfishSettings> settings;
  private final HttpClients clients = new HttpClients();

  /**
   * @param settings read at each connect
   */
  public HttpRedfish(Supplier<RedfishSettings> settings) {
    this.settings = settings;
  }

  @Override
  public Result<RedfishClient> connect(Target target, LoginGate gate, Pace pace) {
    return Call.run(
        () -> {
          RedfishSettings now = settings.get();
          Wire wire = new Wire(clients, Origin.of(target.address()), target.trust(), now);
          ServiceRoot root = ServiceRoot.read(wire, now, pace);
          Connection connection =
              new Connection(wire, now, root, new Login(wire, target, root, gate));
          connection.login(pace);
          return new HttpRedfishClient(connection);
        });
  }

  @Override
  public void close() {
    clients.close();
  }
}
