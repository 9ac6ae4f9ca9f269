package io.beskar7.apiserver.schema;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The string formats that are checked; as in Kubernetes, an unknown format is only a hint. */
final class Formats {
  private static final Pattern DURATION =
      Pattern.compile("[+-]?(0|(\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+");
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern MAC = Pattern.compile("(?i)([0-9a-f]{2}[:-]){5}[0-9a-f]{2}");

  /** Kubernetes writes and reads its precise times with six digits, no more and no fewer. */
  private static final Pattern MICROS = Pattern.compile("[^.]+\\.\\d{6}(Z|[+-]\\d{2}:\\d{2})");

  private static final Map<String, Predicate<String>> CHECKS =
      Map.of(
          "date-time", Formats::isDateTime,
          "date", Formats::isDate,
          "byte", Formats::isBase64,
          "duration", text -> DURATION.matcher(text).matches(),
          "uuid", text -> UUID.matcher(text).matches(),
          "ipv4", text -> IPV4.matcher(text).matches(),
          "mac", text -> MAC.matcher(text).matches(),
          "micro-time", text -> isDateTime(text) && MICROS.matcher(text).matches());

  private Formats() {}

  static List<Rule> compile(String format) {
    if (format.equals("int32")) {
      return List.of(
          (value, path, errors) -> {
            if (value.isIntegralNumber() && !value.canConvertToInt()) {
              errors.invalid(path, value, path + " in body must be of type int32");
            }
          });
    }
    Predicate<String> check = CHECKS.get(format);
    if (check == null) {
      return List.of();
    }
    return List.of(
        (value, path, errors) -> {
          if (value.isTextual() && !check.test(value.textValue())) {
            errors.malformed(path, value, format);
          }
        });
  }

  private static boolean isDateTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return text.length() % 4 == 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
