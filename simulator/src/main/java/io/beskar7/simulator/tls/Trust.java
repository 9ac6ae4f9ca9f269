package io.beskar7.simulator.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Clients that trust the authorities they were given, and nobody else. */
public final class Trust {
  private Trust() {}

  /**
   * @throws IllegalArgumentException saying that what is called {@code name} holds no certificate
   */
  public static void requireCertificates(String name, String pem) {
    try {
      if (!Pem.certificates(pem).isEmpty()) {
        return;
      }
    } catch (CertificateException e) {
      throw new IllegalArgumentException(name + " holds no certificate in PEM", e);
    }
    throw new IllegalArgumentException(name + " holds no certificate in PEM");
  }

  /**
   * @throws IllegalArgumentException when the text holds no certificate
   */
  public static SSLContext only(String caPem) {
    requireCertificates("CA", caPem);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int count = 0;
      for (Certificate ca : Pem.certificates(caPem)) {
        store.setCertificateEntry("ca-" + count++, ca);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a client that trusts a CA", e);
    }
  }
}
