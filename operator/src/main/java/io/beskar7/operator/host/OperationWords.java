package io.beskar7.operator.host;

import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.host.Operation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Words of status.operation. */
final class OperationWords {
  private OperationWords() {}

  static String word(Operation.Kind kind) {
    return switch (kind) {
      case ENROL -> "Enrol";
      case READ_STATE -> "ReadState";
      case POWER_OFF -> "PowerOff";
      case CLEAR_OVERRIDE -> "ClearOverride";
      case BOOT_FROM_NETWORK -> "BootFromNetwork";
    };
  }

  static Operation.@Nullable Kind kind(@Nullable String word) {
    return Arrays.stream(Operation.Kind.values())
        .filter(kind -> word(kind).equals(word))
        .findFirst()
        .orElse(null);
  }

  static String word(Step step) {
    return switch (step) {
      case OFF -> "Off";
      case OVERRIDE -> "Override";
      case ON -> "On";
    };
  }

  static @Nullable Step step(@Nullable String word) {
    return Arrays.stream(Step.values())
        .filter(step -> word(step).equals(word))
        .findFirst()
        .orElse(null);
  }
}
