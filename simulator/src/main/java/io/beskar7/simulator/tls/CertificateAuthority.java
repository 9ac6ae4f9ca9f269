package io.beskar7.simulator.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** A certificate authority on EC P-256 that signs leaf certificates for BMCs. */
public final class CertificateAuthority {
  private static final Instant NOT_BEFORE = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant NOT_AFTER = Instant.parse("2049-12-31T23:59:59Z");
  private static final String PUBLIC_SEED =
      "beskar7 simulator: this key is public, trust it nowhere";

  private final ECPrivateKeyParameters key;
  private final X509CertificateHolder certificate;

  private CertificateAuthority(ECPrivateKeyParameters key, String name, BigInteger serial) {
    this.key = key;
    this.certificate = selfSigned(key, new X500Name("CN=" + name), serial);
  }

  /**
   * The authority whose private key everybody can derive from this source file. Its certificate is
   * the same in every run and on every JDK, so that an example file can carry it. Nothing outside a
   * simulation may ever trust it.
   */
  public static CertificateAuthority publicTest() {
    byte[] seed = Digests.sha256(PUBLIC_SEED.getBytes(StandardCharsets.UTF_8));
    return new CertificateAuthority(
        EcKeys.privateKey(new BigInteger(1, seed)),
        "Beskar7 simulator public test CA (never trust)",
        BigInteger.ONE);
  }

  /** An authority with a fresh key. */
  public static CertificateAuthority random() {
    SecureRandom random = new SecureRandom();
    return new CertificateAuthority(
        EcKeys.privateKey(new BigInteger(256, random)),
        "Beskar7 simulator CA",
        new BigInteger(64, random).add(BigInteger.ONE));
  }

  /** The CA certificate in PEM. */
  public String pem() {
    return Pem.certificate(encoded());
  }

  /** SHA-256 of the CA certificate's DER form, in lower-case hex. */
  public String fingerprint() {
    return Digests.hex(Digests.sha256(encoded()));
  }

  X509CertificateHolder certificate() {
    return certificate;
  }

  ECPrivateKeyParameters key() {
    return key;
  }

  byte[] encoded() {
    return encode(certificate);
  }

  static byte[] encode(X509CertificateHolder holder) {
    try {
      return holder.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a built certificate has no encoding", e);
    }
  }

  private static X509CertificateHolder selfSigned(
      ECPrivateKeyParameters key, X500Name name, BigInteger serial) {
    try {
      var publicKey = EcKeys.publicInfo(key);
      return new X509v3CertificateBuilder(
              name, serial, Date.from(NOT_BEFORE), Date.from(NOT_AFTER), name, publicKey)
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
          .addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              new BcX509ExtensionUtils().createSubjectKeyIdentifier(publicKey))
          .build(new DeterministicSigner(key));
    } catch (IOException e) {
      throw new IllegalStateException("CA certificate", e);
    }
  }
}
