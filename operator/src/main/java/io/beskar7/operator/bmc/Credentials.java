package io.beskar7.operator.bmc;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.reason.Reason;
import io.beskar7.domain.bmc.BmcCredentials;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;

/** Reads the login from its Secret, for an address that the Secret allows. */
final class Credentials {
  private final SecretSource secrets;
  private final NameResolver resolver;

  Credentials(SecretSource secrets, NameResolver resolver) {
    this.secrets = secrets;
    this.resolver = resolver;
  }

  BmcCredentials of(String namespace, RedfishConnection connection, BmcAddress address)
      throws BarredException {
    String name = connection.credentialsSecretRef;
    if (name == null || name.isEmpty()) {
      throw new BarredException(
          Reason.CREDENTIALS_NOT_FOUND,
          "redfishConnection.credentialsSecretRef is not set: name a Secret with keys username and"
              + " password");
    }
    Secret secret = secrets.secret(namespace, name);
    if (secret == null) {
      throw new BarredException(
          Reason.CREDENTIALS_NOT_FOUND,
          "Secret \"%s\" not found in namespace \"%s\"".formatted(name, namespace));
    }
    requireAllowed(secret, name, connection.address, address);
    return new BmcCredentials(
        value(secret, "username"), value(secret, "password"), SecretValues.version(secret));
  }

  private void requireAllowed(Secret secret, String name, String written, BmcAddress address)
      throws BarredException {
    Map<String, String> annotations = secret.getMetadata().getAnnotations();
    String allowed = annotations == null ? null : annotations.get(Annotations.BMC_ADDRESSES);
    if (allowed == null || !AllowedAddresses.parse(allowed, resolver).cover(address)) {
      throw new BarredException(
          Reason.ADDRESS_NOT_ALLOWED,
          "Secret \"%s\" does not allow address \"%s\": add it to its annotation %s"
              .formatted(name, written, Annotations.BMC_ADDRESSES));
    }
  }

  private static String value(Secret secret, String key) throws BarredException {
    String value = SecretValues.text(secret, key);
    if (value == null) {
      throw new BarredException(
          Reason.CREDENTIALS_INVALID,
          "Secret \"%s\" has no value for key %s: it needs username and password"
              .formatted(secret.getMetadata().getName(), key));
    }
    return value;
  }
}
