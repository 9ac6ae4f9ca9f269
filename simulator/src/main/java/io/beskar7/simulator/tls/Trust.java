package io.beskar7.simulator.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Clients that trust the authorities they were given, and nobody else. */
public final class Trust {
  private Trust() {}

  /**
   * @throws IllegalArgumentException when the text holds no certificate
   */
  public static SSLContext only(String caPem) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int count = 0;
      for (Certificate ca : Pem.certificates(caPem)) {
        store.setCertificateEntry("ca-" + count++, ca);
      }
      if (count == 0) {
        throw new IllegalArgumentException("CA: no certificate in the PEM text");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("CA: not certificates in PEM", e);
    }
  }
}
