package io.beskar7.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beskar7.simulator.tls.CertificateAuthority;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelLineTest {
  private static final String CA = CertificateAuthority.publicTest().pem();
  private static final String LINE =
      "quiet beskar7.api=https://127.0.0.1:8082 beskar7.namespace=prod beskar7.host=h1"
          + " beskar7.token=s3cret beskar7.target=http://127.0.0.1/os.img"
          + " beskar7.target-digest=sha256:00 beskar7.provider-id=b7://prod/h1 beskar7.ca="
          + Base64.getEncoder().encodeToString(CA.getBytes(StandardCharsets.UTF_8))
          + " BOOTIF=01-02-03";

  @Test
  void everyParameterIsRead() {
    KernelLine line =
        KernelLine.parse(LINE + " beskar7.disk=sda beskar7.timeout=90 beskar7.run=r7");

    assertThat(line.api()).hasToString("https://127.0.0.1:8082");
    assertThat(line.namespace()).isEqualTo("prod");
    assertThat(line.host()).isEqualTo("h1");
    assertThat(line.token()).isEqualTo("s3cret");
    assertThat(line.target()).hasToString("http://127.0.0.1/os.img");
    assertThat(line.targetDigest()).isEqualTo("sha256:00");
    assertThat(line.providerId()).isEqualTo("b7://prod/h1");
    assertThat(line.caPem()).isEqualTo(CA);
    assertThat(line.disk()).isEqualTo("sda");
    assertThat(line.timeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(line.run()).isEqualTo("r7");
  }

  @Test
  void ofAParameterGivenTwiceTheLastCounts() {
    assertThat(KernelLine.parse(LINE + " beskar7.host=h2").host()).isEqualTo("h2");
  }

  @Test
  void withoutARunTheTokensDigestStandsForIt() {
    KernelLine line = KernelLine.parse(LINE);

    assertThat(line.run()).isEqualTo(line.tokenHash()).matches("[0-9a-f]{64}");
    assertThat(line.timeout()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void theTokenDoesNotShow() {
    assertThat(KernelLine.parse(LINE).toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "beskar7.token=s3cret              | beskar7.token=  | beskar7.token is missing",
        "beskar7.host=h1                   | x=y             | beskar7.host is missing",
        "beskar7.namespace=prod            | x=y             | beskar7.namespace is missing",
        "beskar7.api=https://127.0.0.1:8082| beskar7.api=me  | beskar7.api is not a URL",
        "beskar7.ca=                       | beskar7.ca=!    | beskar7.ca is not base64",
        "beskar7.ca=                       | x.ca=           | beskar7.ca is missing, but beskar7.api is https",
        "BOOTIF=01-02-03                   | beskar7.ca=aGVsbG8= | beskar7.ca holds no certificate",
        "BOOTIF=                           | beskar7.timeout=| beskar7.timeout is not a number of seconds"
      })
  void whatIsMissingOrWrongIsNamed(String there, String instead, String message) {
    String line = LINE.replace(there, instead);

    assertThatThrownBy(() -> KernelLine.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .message()
        .doesNotContain("s3cret");
  }
}
