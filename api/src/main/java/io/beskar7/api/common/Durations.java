package io.beskar7.api.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as the API and the configuration write them: numbers with a unit, one after another
 * ({@code 10m}, {@code 1h30m}, {@code 1500ms}, {@code 1.5s}), as Go's time package reads them, but
 * never negative.
 */
public final class Durations {
  private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]{1,9})?)(ns|us|ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("0|(?:" + PART.pattern() + ")+");
  private static final int MAX_LENGTH = 64;
  private static final Map<String, TemporalUnit> UNITS =
      Map.of(
          "ns", ChronoUnit.NANOS,
          "us", ChronoUnit.MICROS,
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS);

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException with the text and what is allowed
   */
  public static Duration parse(String text) {
    if (text.length() > MAX_LENGTH || !WHOLE.matcher(text).matches()) {
      throw unreadable(text);
    }
    try {
      Duration sum = Duration.ZERO;
      Matcher part = PART.matcher(text);
      while (part.find()) {
        sum = sum.plus(amount(part.group(1), UNITS.get(part.group(2))));
      }
      return sum;
    } catch (ArithmeticException tooLarge) {
      throw unreadable(text);
    }
  }

  private static Duration amount(String number, TemporalUnit unit) {
    BigDecimal nanos =
        new BigDecimal(number).multiply(BigDecimal.valueOf(unit.getDuration().toNanos()));
    return Duration.ofNanos(nanos.setScale(0, RoundingMode.DOWN).longValueExact());
  }

  private static IllegalArgumentException unreadable(String text) {
    String shown = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
    return new IllegalArgumentException(
        "\""
            + shown
            + "\" is no duration: write numbers with units ns, us, ms, s, m or h, for example 10m,"
            + " 1h30m or 1500ms (at most 292 years)");
  }

  /**
   * Writes a duration in whole numbers, largest unit first, so that {@link #parse} gives it back.
   */
  public static String format(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("duration is " + duration + ": must not be negative");
    }
    if (duration.isZero()) {
      return "0s";
    }
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    int nanos = duration.toNanosPart();
    if (nanos == 0) {
      append(text, duration.toSecondsPart(), "s");
    } else if (nanos % 1_000_000 == 0) {
      append(text, duration.toSecondsPart() * 1_000L + nanos / 1_000_000, "ms");
    } else {
      append(text, duration.toSecondsPart() * 1_000_000_000L + nanos, "ns");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, long number, String unit) {
    if (number > 0) {
      text.append(number).append(unit);
    }
  }
}
