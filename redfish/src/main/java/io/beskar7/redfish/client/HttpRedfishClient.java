package io.beskar7.redfish.client;

import io.beskar7.redfish.Pace;
import io.beskar7.redfish.RedfishClient;
import io.beskar7.redfish.RedfishSystem;
import io.beskar7.redfish.Result;
import org.jspecify.annotations.Nullable;

final class HttpRedfishClient implements RedfishClient {
  private final Connection connection;
  private final Systems systems;

  HttpRedfishClient(Connection connection) {
    this.connection = connection;
    this.systems = new Systems(connection);
  }

  @Override
  public RedfishSystem system(@Nullable String systemId, Pace pace) {
    return new HttpRedfishSystem(connection, systems, systemId, pace);
  }

  @Override
  public Result<RedfishClient> login(Pace pace) {
    return Call.run(
        () -> {
          connection.login(pace);
          return this;
        });
  }

  @Override
  public void close(Pace pace) {
    connection.logout(pace);
  }
}
