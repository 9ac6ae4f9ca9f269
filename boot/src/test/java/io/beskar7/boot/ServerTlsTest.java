package io.beskar7.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beskar7.boot.support.Agent;
import io.beskar7.boot.support.BootBed;
import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServerTlsTest {
  @RegisterExtension static final EmbeddedApiServer API = new EmbeddedApiServer();

  private BootBed bed;

  @BeforeEach
  void start() {
    bed = new BootBed(API);
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  private X509Certificate shown() {
    HttpResponse<String> answer =
        Agent.send(
            Agent.trusting(bed.server().caPem()), bed.agent().request("https", "/healthz").build());
    try {
      return (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
    } catch (SSLPeerUnverifiedException e) {
      throw new AssertionError(e);
    }
  }

  /** As shown to a client that does not look at dates: by its clock it is not valid yet. */
  private X509Certificate presented() {
    return Agent.presented(bed.server().port());
  }

  private Secret secret() {
    return API.client().secrets().inNamespace(API.namespace()).withName("beskar7-boot-tls").get();
  }

  @Test
  void theCertificateIsASmallLeafOfASmallAuthority() throws Exception {
    X509Certificate leaf = shown();
    X509Certificate authority =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(
                        bed.server().caPem().getBytes(StandardCharsets.US_ASCII)));

    assertThat(leaf.getBasicConstraints()).as("not a CA").isEqualTo(-1);
    assertThat(authority.getBasicConstraints()).as("a CA").isGreaterThanOrEqualTo(0);
    assertThat(
            ((ECPublicKey) authority.getPublicKey())
                .getParams()
                .getCurve()
                .getField()
                .getFieldSize())
        .isEqualTo(256);
    assertThat(leaf.getSubjectAlternativeNames().toString())
        .contains("127.0.0.1")
        .contains("localhost");
    assertThat(bed.server().caPem().length()).isLessThan(700);
  }

  @Test
  void theAuthorityIsSharedByRestartsAndReplicas() throws IOException {
    String before = bed.server().caPem();
    bed.restart();
    assertThat(bed.server().caPem()).isEqualTo(before);

    BootSettings settings = BootSettings.of(new InetSocketAddress("127.0.0.1", 0), API.namespace());
    try (BootServer replica =
        BootServer.start(settings, API.client(), bed.time, new SimpleMeterRegistry())) {
      assertThat(replica.caPem()).isEqualTo(before);
    }
    assertThat(secret().getData()).containsOnlyKeys("ca.crt", "ca.key");
  }

  @Test
  void theCertificateIsRenewedBeforeItRunsOutWithoutARestart() {
    X509Certificate first = shown();
    String ca = bed.server().caPem();

    bed.time.advance(Duration.ofDays(59));
    assertThat(shown()).isEqualTo(first);
    bed.time.advance(Duration.ofDays(2));

    assertThat(bed.server().caPem()).isEqualTo(ca);
    assertThat(presented().getNotAfter()).isAfter(first.getNotAfter());
  }

  @Test
  void anAuthorityThatSomebodyReplacesIsTakenUp() {
    String before = bed.server().caPem();
    API.client().resource(secret()).delete();

    bed.time.advance(Duration.ofHours(13));

    assertThat(bed.server().caPem()).isNotEqualTo(before);
    assertThat(shown()).isNotNull();
  }

  @Test
  void aSecretThatCannotBeUsedStopsTheStartWithWhatToDo() {
    Secret broken =
        new SecretBuilder(secret())
            .withData(null)
            .withStringData(Map.of("ca.crt", "x", "ca.key", "y"))
            .build();
    API.client().resource(broken).update();
    BootSettings settings = BootSettings.of(new InetSocketAddress("127.0.0.1", 0), API.namespace());

    assertThatThrownBy(
            () -> BootServer.start(settings, API.client(), bed.time, new SimpleMeterRegistry()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Secret " + API.namespace() + "/beskar7-boot-tls cannot be used: ")
        .hasMessageEndingWith("; correct it, or delete it to have it made anew");
  }
}
