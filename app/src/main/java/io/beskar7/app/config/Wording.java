package io.beskar7.app.config;

import io.beskar7.api.common.Durations;
import java.time.Duration;

/** What is said about a setting that cannot be taken as it is. */
final class Wording {
  private Wording() {}

  static String place(String name, Source source) {
    return switch (source) {
      case FLAG, STANDARD -> name;
      case ENVIRONMENT -> "environment variable " + name;
      case CONFIG_MAP -> "ConfigMap " + Settings.CONFIG_MAP + " key " + name;
    };
  }

  static String refusal(String name, Source source, String text, Kind<?> kind) {
    String range = kind.documented() == null ? "" : " (documented range " + kind.documented() + ")";
    return "%s is \"%s\": must be %s%s".formatted(place(name, source), text, kind.allowed(), range);
  }

  static String election(Duration retry, Duration renew, Duration lease) {
    return ("leader election needs retry period < renew deadline < lease duration, but"
            + " --leader-elect-retry-period is %s, --leader-elect-renew-deadline is %s and"
            + " --leader-elect-lease-duration is %s")
        .formatted(Durations.format(retry), Durations.format(renew), Durations.format(lease));
  }

  static String unknownKey(String key) {
    return place(key, Source.CONFIG_MAP)
        + " is unknown and ignored"
        + Nearest.to(key, Settings.keys()).map(n -> ": did you mean " + n + "?").orElse("");
  }
}
