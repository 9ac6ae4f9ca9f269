package io.beskar7.simulator.persona;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Durations from {@code min} to {@code max}, both included. */
public record Range(Duration min, Duration max) {
  public Range {
    if (min.isNegative() || max.compareTo(min) < 0) {
      throw new IllegalArgumentException("range: " + min + ".." + max + " is not rising from 0");
    }
  }

  /** Always the same. */
  public static Range of(Duration exactly) {
    return new Range(exactly, exactly);
  }

  /** Reads {@code PT1S..PT5S}, or one duration alone. */
  @JsonCreator
  public static Range parse(String text) {
    int dots = text.indexOf("..");
    return dots < 0
        ? of(Duration.parse(text))
        : new Range(
            Duration.parse(text.substring(0, dots)), Duration.parse(text.substring(dots + 2)));
  }

  /** Any of them, evenly. */
  public Duration pick(RandomGenerator random) {
    return min.plusNanos(random.nextLong(max.minus(min).toNanos() + 1));
  }
}
