package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.RedfishSettings;
import io.beskar7.redfish.http.Reply;
import io.beskar7.redfish.http.Request;
import io.beskar7.redfish.http.Trouble;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One system, over one connection, in the caller's time. */
record Handle(
    Connection connection, Systems systems, @Nullable String systemId, Access access, Pace pace) {

  Handle with(Access other) {
    return new Handle(connection, systems, systemId, other, pace);
  }

  SystemResource read() throws Trouble {
    return systems.read(systemId, access, pace);
  }

  /** One try: for loops that look again anyway. */
  SystemResource glance() throws Trouble {
    String path = systems.path(systemId);
    if (path == null) {
      return read();
    }
    return new SystemResource(
        connection
            .look(path, access, pace)
            .orElseThrow(() -> trouble(Cause.NOT_READY, "GET " + path + " answered 404")));
  }

  Resource get(String path) throws Trouble {
    return connection.get(path, access, pace);
  }

  Optional<Resource> find(String path) throws Trouble {
    return connection.find(path, access, pace);
  }

  Reply write(Request request) throws Trouble {
    return connection.write(request, pace);
  }

  void pause(Duration duration) throws Trouble {
    Retry.pause(connection.address(), pace, duration);
  }

  RedfishSettings settings() {
    return connection.settings();
  }

  String address() {
    return connection.address();
  }

  Trouble trouble(Cause cause, String seen) {
    return new Trouble(cause, address() + ": " + seen);
  }
}
