package io.beskar7.operator.machine;

import io.beskar7.api.reason.Reason;
import io.beskar7.domain.machine.Cause;
import io.beskar7.domain.machine.Happening;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the domain are those of the API: by the names of the constants. */
final class Reasons {
  private static final Map<String, Cause> BY_WIRE =
      Arrays.stream(Cause.values())
          .collect(Collectors.toMap(cause -> of(cause).wire(), Function.identity()));

  private Reasons() {}

  static Reason of(Cause cause) {
    return Reason.valueOf(cause.name());
  }

  static Reason of(Happening happening) {
    return Reason.valueOf(happening.name());
  }

  /** The cause behind a word in the API; null for words that machines do not know. */
  static @Nullable Cause cause(@Nullable String wire) {
    return wire == null ? null : BY_WIRE.get(wire);
  }
}
