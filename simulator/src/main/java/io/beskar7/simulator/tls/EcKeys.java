package io.beskar7.simulator.tls;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** Keys on the curve P-256. */
final class EcKeys {
  private static final ASN1ObjectIdentifier CURVE = SECObjectIdentifiers.secp256r1;
  private static final ECNamedDomainParameters DOMAIN =
      new ECNamedDomainParameters(CURVE, CustomNamedCurves.getByOID(CURVE));

  private EcKeys() {}

  /** A private key from any number: reduced to 1 .. n-1. */
  static ECPrivateKeyParameters privateKey(BigInteger any) {
    BigInteger d = any.mod(DOMAIN.getN().subtract(BigInteger.ONE)).add(BigInteger.ONE);
    return new ECPrivateKeyParameters(d, DOMAIN);
  }

  static SubjectPublicKeyInfo publicInfo(ECPrivateKeyParameters key) throws IOException {
    var point = DOMAIN.getG().multiply(key.getD()).normalize();
    return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
        new ECPublicKeyParameters(point, DOMAIN));
  }
}
