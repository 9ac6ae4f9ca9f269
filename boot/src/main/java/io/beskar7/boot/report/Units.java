package io.beskar7.boot.report;

import io.beskar7.boot.report.JsonView.Measure;
import io.beskar7.domain.hardware.Quantities;
import org.jspecify.annotations.Nullable;

/** Measures as agents write them; what has an unheard-of unit is not told. */
final class Units {
  private Units() {}

  /** Memory comes in powers of two, also where it is written as GB. */
  static @Nullable Long memoryBytes(@Nullable Measure told) {
    if (told == null) {
      return null;
    }
    return switch (told.unit()) {
      case "" -> Math.round(told.value());
      case "kb", "kib" -> Math.round(told.value() * (1L << 10));
      case "mb", "mib" -> Math.round(told.value() * (1L << 20));
      case "gb", "gib" -> Math.round(told.value() * Quantities.GIB);
      case "tb", "tib" -> Math.round(told.value() * (1L << 40));
      default -> null;
    };
  }

  static @Nullable Integer megahertz(@Nullable Measure told) {
    if (told == null) {
      return null;
    }
    return switch (told.unit()) {
      case "", "mhz" -> (int) Math.round(told.value());
      case "ghz" -> (int) Math.round(told.value() * 1_000);
      default -> null;
    };
  }

  /** A link without speed is down: its speed is not told. */
  static @Nullable Integer megabits(@Nullable Measure told) {
    if (told == null || told.value() == 0) {
      return null;
    }
    return switch (told.unit()) {
      case "", "mbps", "mb/s", "mbit/s" -> (int) Math.round(told.value());
      case "gbps", "gb/s", "gbit/s" -> (int) Math.round(told.value() * 1_000);
      default -> null;
    };
  }
}
