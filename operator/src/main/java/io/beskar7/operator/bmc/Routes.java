package io.beskar7.operator.bmc;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.reason.Reason;
import io.beskar7.domain.bmc.BmcCredentials;
import io.beskar7.domain.bmc.BmcTarget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the way to a host's BMC from its spec and the Secrets it names. */
public final class Routes {
  private final SecretSource secrets;
  private final Credentials credentials;

  public Routes(SecretSource secrets, NameResolver resolver) {
    this.secrets = secrets;
    this.credentials = new Credentials(secrets, resolver);
  }

  /** The way, or the first thing that bars it. */
  public Route to(PhysicalHost host) {
    RedfishConnection connection = host.getSpec().redfishConnection;
    String namespace = host.getMetadata().getNamespace();
    try {
      BmcAddress address = address(connection);
      Trust trust = Trust.of(secrets, namespace, connection);
      BmcCredentials login = credentials.of(namespace, connection, address);
      String place = place(address, connection);
      return new Route.Open(
          new BmcTarget(address.uri(), connection.systemId, login, trust.trust()),
          place,
          String.join("|", place, login.version(), trust.version()),
          warnings(connection));
    } catch (BarredException barred) {
      return barred.barred();
    }
  }

  /** Which server the spec names, or null when the address cannot be read. */
  public static @Nullable String place(PhysicalHost host) {
    try {
      RedfishConnection connection = host.getSpec().redfishConnection;
      return place(address(connection), connection);
    } catch (BarredException unreadable) {
      return null;
    }
  }

  private static String place(BmcAddress address, RedfishConnection connection) {
    return connection.systemId == null
        ? address.uri().toString()
        : address.uri() + "#" + connection.systemId;
  }

  private static BmcAddress address(RedfishConnection connection) throws BarredException {
    try {
      return BmcAddress.parse(connection.address == null ? "" : connection.address);
    } catch (IllegalArgumentException unreadable) {
      throw new BarredException(Reason.SPEC_INVALID, String.valueOf(unreadable.getMessage()));
    }
  }

  private static List<String> warnings(RedfishConnection connection) {
    List<String> warnings = new ArrayList<>();
    if (connection.insecure != null) {
      warnings.add(
          "redfishConnection.insecure is an older spelling: write insecureSkipVerify instead");
    }
    if (Trust.skipsVerification(connection)) {
      warnings.add(
          "the BMC's certificate is not verified: whoever answers at its address gets the password");
    }
    return warnings;
  }
}
