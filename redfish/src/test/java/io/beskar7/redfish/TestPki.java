package io.beskar7.redfish;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A server's side of TLS.
 *
 * @param pem the CA that signed its certificate
 */
record TestPki(SSLContext server, String pem) {

  static final TestPki GOOD = create("127.0.0.1", Duration.ofDays(1));
  static final TestPki OTHER_ADDRESS = create("192.0.2.1", Duration.ofDays(1));
  static final TestPki EXPIRED = create("127.0.0.1", Duration.ofDays(-1));

  private static TestPki create(String address, Duration validFor) {
    try {
      KeyPair caKeys = keys();
      KeyPair keys = keys();
      X500Name ca = new X500Name("CN=CA of " + address + " for " + validFor);
      byte[] root =
          builder(ca, ca, caKeys, Duration.ofDays(9))
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
              .build(signer(caKeys))
              .getEncoded();
      byte[] leaf =
          builder(ca, new X500Name("CN=bmc"), keys, validFor)
              .addExtension(
                  Extension.subjectAlternativeName,
                  false,
                  new GeneralNames(new GeneralName(GeneralName.iPAddress, address)))
              .build(signer(caKeys))
              .getEncoded();
      return new TestPki(server(keys, leaf), pem(root));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private static ContentSigner signer(KeyPair keys) throws Exception {
    return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair keys, Duration validFor) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        issuer,
        BigInteger.valueOf(now.toEpochMilli()),
        Date.from(now.minus(Duration.ofDays(9))),
        Date.from(now.plus(validFor)),
        subject,
        keys.getPublic());
  }

  private static SSLContext server(KeyPair keys, byte[] leaf) throws Exception {
    Certificate certificate =
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(leaf));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("bmc", keys.getPrivate(), new char[0], new Certificate[] {certificate});
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static String pem(byte[] der) {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
  }
}
