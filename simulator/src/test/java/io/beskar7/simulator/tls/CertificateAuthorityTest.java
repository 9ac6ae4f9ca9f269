package io.beskar7.simulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {

  @Test
  void thePublicTestCaIsTheSameForEver() {
    assertThat(CertificateAuthority.publicTest().fingerprint())
        .as("example files carry this certificate")
        .isEqualTo("4530a6f69af6633de10a4074521a239a4fc6c9fb074eb5994a910699bab08647");
  }

  @Test
  void aRandomCaIsNot() {
    assertThat(CertificateAuthority.random().pem())
        .isNotEqualTo(CertificateAuthority.random().pem());
  }

  @Test
  void theCaIsOneTheJdkAccepts() throws Exception {
    X509Certificate ca =
        (X509Certificate)
            Pem.certificates(CertificateAuthority.publicTest().pem()).iterator().next();

    ca.verify(ca.getPublicKey());
    assertThat(ca.getBasicConstraints()).isZero();
    assertThat(ca.getSubjectX500Principal().getName()).contains("never trust");
    assertThat(ca.getPublicKey().getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void trustNeedsACertificate() {
    assertThatThrownBy(() -> Trust.only("nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("CA ");
  }
}
