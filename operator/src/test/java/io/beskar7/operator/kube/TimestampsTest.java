package io.beskar7.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimestampsTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");

  @Test
  void writes_seconds_and_milliseconds() {
    assertThat(Timestamps.seconds(TIME)).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(Timestamps.millis(TIME)).isEqualTo("2026-01-02T03:04:05.678Z");
    assertThat(Timestamps.millis(Instant.parse("2026-01-02T03:04:05Z")))
        .isEqualTo("2026-01-02T03:04:05.000Z");
  }

  @Test
  void reads_what_it_writes_and_other_offsets() {
    assertThat(Timestamps.parse("2026-01-02T03:04:05.678Z")).isEqualTo("2026-01-02T03:04:05.678Z");
    assertThat(Timestamps.parse("2026-01-02T04:04:05+01:00")).isEqualTo("2026-01-02T03:04:05Z");
  }

  @Test
  void what_is_no_time_is_null() {
    assertThat(Timestamps.parse("yesterday")).isNull();
    assertThat(Timestamps.parse(null)).isNull();
  }
}
