package io.beskar7.operator.host;

import io.beskar7.domain.bmc.PowerState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Words of status.observedPowerState. */
final class PowerWords {
  private PowerWords() {}

  static PowerState read(@Nullable String word) {
    return Arrays.stream(PowerState.values())
        .filter(power -> write(power).equals(word))
        .findFirst()
        .orElse(PowerState.UNKNOWN);
  }

  static String write(PowerState power) {
    return switch (power) {
      case ON -> "On";
      case OFF -> "Off";
      case TRANSITION -> "Transition";
      case UNKNOWN -> "Unknown";
    };
  }
}
