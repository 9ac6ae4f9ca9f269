package io.beskar7.api.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "10m,PT10M",
    "1500ms,PT1.5S",
    "1.5s,PT1.5S",
    "1h30m,PT1H30M",
    "0,PT0S",
    "0s,PT0S",
    "250us,PT0.00025S",
    "36h,PT36H"
  })
  void reads(String text, Duration meant) {
    assertThat(Durations.parse(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "-10m", "m", "10 m", "10d", "1.s", "10m ", "99999999999999h"})
  void refuses_and_says_what_is_allowed(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + text + "\" is no duration: write numbers with units");
  }

  @Test
  void writes_the_largest_units_first() {
    assertThat(Durations.format(Duration.ofMinutes(10))).isEqualTo("10m");
    assertThat(Durations.format(Duration.ofMillis(1500))).isEqualTo("1500ms");
    assertThat(Durations.format(Duration.ofSeconds(5405))).isEqualTo("1h30m5s");
    assertThat(Durations.format(Duration.ZERO)).isEqualTo("0s");
  }

  @Test
  void what_is_written_reads_back() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      Duration duration = Duration.ofNanos(random.nextLong(1L << random.nextInt(1, 62)));
      assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
    }
  }
}
