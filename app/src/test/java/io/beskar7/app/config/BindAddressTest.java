package io.beskar7.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {":8080", "127.0.0.1:0", "[::1]:443", "localhost:65535"})
  void anAddressIsWrittenAsItWasRead(String text) {
    assertThat(BindAddress.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8080", "host", "::1:80", "host:65536", "host:-1", "host:http"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> BindAddress.parse(text));
  }

  @Test
  void twoAddressesCollideOnOnePortUnlessTheirHostsDiffer() {
    assertThat(collide(":80", "127.0.0.1:80")).isTrue();
    assertThat(collide("127.0.0.1:80", "127.0.0.1:80")).isTrue();
    assertThat(collide("127.0.0.1:80", "127.0.0.2:80")).isFalse();
    assertThat(collide(":80", ":81")).isFalse();
    assertThat(collide(":0", ":0")).isFalse();
  }

  private static boolean collide(String a, String b) {
    return BindAddress.parse(a).collidesWith(BindAddress.parse(b));
  }
}
