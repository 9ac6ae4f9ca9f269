package io.beskar7.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledTimeTest {

  @Test
  void anHourOfPauseIsAnHourOfSimulatedTime() throws InterruptedException {
    try (ScaledTime time = new ScaledTime(100_000, InstantSource.system())) {
      Instant before = time.now();
      time.pause(Duration.ofHours(1));

      assertThat(Duration.between(before, time.now())).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }
  }

  @Test
  void aTaskRunsOnceAndACancelledOneNever() throws InterruptedException {
    try (ScaledTime time = new ScaledTime(1000, InstantSource.system())) {
      AtomicInteger ran = new AtomicInteger();
      time.after(Duration.ofSeconds(20), () -> ran.addAndGet(100)).cancel();
      time.after(Duration.ofSeconds(1), ran::incrementAndGet);
      time.pause(Duration.ofSeconds(60));

      await().until(() -> ran.get() > 0);
      assertThat(ran).hasValue(1);
    }
  }

  @Test
  void anInterruptEndsAPause() {
    try (ScaledTime time = new ScaledTime(1, InstantSource.system())) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> time.pause(Duration.ofDays(1)))
          .isInstanceOf(InterruptedException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aScaleThatIsNoScaleIsRefused(double scale) {
    assertThatThrownBy(() -> new ScaledTime(scale, InstantSource.system()))
        .hasMessageContaining("is not a number above 0");
  }
}
