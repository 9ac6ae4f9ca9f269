package io.beskar7.operator.bmc;

import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.reason.Reason;
import io.beskar7.domain.bmc.BmcTrust;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/** How a BMC's certificate is to be judged, and which version of that this is. */
record Trust(BmcTrust trust, String version) {
  private static final String KEY = "ca.crt";

  static Trust of(SecretSource secrets, String namespace, RedfishConnection connection)
      throws BarredException {
    boolean insecure = skipsVerification(connection);
    if (connection.caBundleSecretRef == null) {
      return insecure
          ? new Trust(new BmcTrust.Insecure(), "insecure")
          : new Trust(new BmcTrust.SystemRoots(), "system");
    }
    if (insecure) {
      throw new BarredException(
          Reason.TLS_OPTIONS_CONFLICT,
          "redfishConnection sets both caBundleSecretRef and insecureSkipVerify: remove one of the"
              + " two");
    }
    return bundle(secrets, namespace, connection.caBundleSecretRef.name);
  }

  static boolean skipsVerification(RedfishConnection connection) {
    return Boolean.TRUE.equals(connection.insecureSkipVerify)
        || Boolean.TRUE.equals(connection.insecure);
  }

  private static Trust bundle(SecretSource secrets, String namespace, String name)
      throws BarredException {
    Secret secret = secrets.secret(namespace, name);
    if (secret == null) {
      throw new BarredException(
          Reason.CA_BUNDLE_INVALID,
          "Secret \"%s\" of caBundleSecretRef not found in namespace \"%s\""
              .formatted(name, namespace));
    }
    String pem = SecretValues.text(secret, KEY);
    if (pem == null || !holdsCertificates(pem)) {
      throw new BarredException(
          Reason.CA_BUNDLE_INVALID,
          "Secret \"%s\" of caBundleSecretRef holds no PEM certificate in key %s"
              .formatted(name, KEY));
    }
    return new Trust(new BmcTrust.CaBundle(pem), SecretValues.version(secret));
  }

  private static boolean holdsCertificates(String pem) {
    try {
      return !CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
          .isEmpty();
    } catch (CertificateException unreadable) {
      return false;
    }
  }
}
