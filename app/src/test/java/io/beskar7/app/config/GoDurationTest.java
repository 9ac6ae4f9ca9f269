package io.beskar7.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "30s, PT30S",
    "1.5h, PT1H30M",
    "2h45m, PT2H45M",
    "300ms, PT0.3S",
    "1us, PT0.000001S",
    ".5s, PT0.5S",
    "0, PT0S"
  })
  void goDurationsAreRead(String text, Duration expected) {
    assertThat(GoDuration.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-1s", "1d", "1 s", "1s2", "x1s", "99999999999999h"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> GoDuration.parse(text));
  }

  @Test
  void aDurationIsWrittenInTheFewestUnits() {
    assertThat(GoDuration.format(Duration.ofMinutes(90))).isEqualTo("1h30m");
    assertThat(GoDuration.format(Duration.ofMillis(1_500))).isEqualTo("1s500ms");
    assertThat(GoDuration.format(Duration.ZERO)).isEqualTo("0s");
  }
}
