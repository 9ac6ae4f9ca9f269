package io.beskar7.simulator.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;

/** Makes a TLS server of an IP address: a fresh key and a leaf certificate with that address. */
public final class ServerIdentity {
  private static final Duration AGE = Duration.ofDays(1);
  private static final Duration LIFETIME = Duration.ofDays(397);
  private static final SecureRandom RANDOM = new SecureRandom();

  private ServerIdentity() {}

  /** A context whose only key is that of the address. */
  public static SSLContext context(CertificateAuthority ca, InetAddress address, Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      X509CertificateHolder leaf = leaf(ca, address, pair, now);
      String chain = Pem.certificate(CertificateAuthority.encode(leaf)) + ca.pem();
      X509Certificate[] certificates = Pem.certificates(chain).toArray(new X509Certificate[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {new SingleKey(pair.getPrivate(), certificates)}, null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("TLS identity of " + address, e);
    }
  }

  private static X509CertificateHolder leaf(
      CertificateAuthority ca, InetAddress address, KeyPair pair, Instant now) throws IOException {
    String ip = address.getHostAddress();
    BcX509ExtensionUtils ids = new BcX509ExtensionUtils();
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    return new X509v3CertificateBuilder(
            ca.certificate().getSubject(),
            new BigInteger(64, RANDOM).add(BigInteger.TWO),
            Date.from(now.minus(AGE)),
            Date.from(now.plus(LIFETIME)),
            new X500Name("CN=" + ip),
            key)
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
        .addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.iPAddress, ip)))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            ids.createAuthorityKeyIdentifier(ca.certificate()))
        .addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key))
        .build(new DeterministicSigner(ca.key()));
  }
}
