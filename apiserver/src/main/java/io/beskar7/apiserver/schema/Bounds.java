package io.beskar7.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Minima and maxima of numbers, lengths and counts. */
final class Bounds {
  private Bounds() {}

  static List<Rule> compile(ObjectNode raw) {
    List<Rule> rules = new ArrayList<>();
    if (raw.has("minimum")) {
      rules.add(minimum(raw.get("minimum"), raw.path("exclusiveMinimum").asBoolean()));
    }
    if (raw.has("maximum")) {
      rules.add(maximum(raw.get("maximum"), raw.path("exclusiveMaximum").asBoolean()));
    }
    if (raw.has("multipleOf")) {
      rules.add(multipleOf(raw.get("multipleOf")));
    }
    if (raw.has("minLength")) {
      rules.add(minLength(raw.get("minLength").asLong()));
    }
    if (raw.has("maxLength")) {
      rules.add(maxLength(raw.get("maxLength").asLong()));
    }
    for (String what : List.of("Items", "Properties")) {
      if (raw.has("min" + what)) {
        rules.add(minCount(raw.get("min" + what).asLong(), what));
      }
      if (raw.has("max" + what)) {
        rules.add(maxCount(raw.get("max" + what).asLong(), what));
      }
    }
    return rules;
  }

  private static Rule minimum(JsonNode bound, boolean exclusive) {
    BigDecimal min = bound.decimalValue();
    String text = exclusive ? "should be greater than " : "should be greater than or equal to ";
    return (value, path, errors) -> {
      if (value.isNumber() && value.decimalValue().compareTo(min) < (exclusive ? 1 : 0)) {
        errors.invalid(path, value, path + " in body " + text + plain(bound));
      }
    };
  }

  private static Rule maximum(JsonNode bound, boolean exclusive) {
    BigDecimal max = bound.decimalValue();
    String text = exclusive ? "should be less than " : "should be less than or equal to ";
    return (value, path, errors) -> {
      if (value.isNumber() && value.decimalValue().compareTo(max) > (exclusive ? -1 : 0)) {
        errors.invalid(path, value, path + " in body " + text + plain(bound));
      }
    };
  }

  /** As a person would write it: definitions made from Java say 65535.0. */
  private static String plain(JsonNode number) {
    BigDecimal value = number.decimalValue().stripTrailingZeros();
    return value.toPlainString();
  }

  private static Rule multipleOf(JsonNode factor) {
    return (value, path, errors) -> {
      if (value.isNumber() && value.decimalValue().remainder(factor.decimalValue()).signum() != 0) {
        errors.invalid(path, value, path + " in body should be a multiple of " + plain(factor));
      }
    };
  }

  private static Rule minLength(long min) {
    return (value, path, errors) -> {
      if (value.isTextual() && codePoints(value) < min) {
        errors.invalid(path, value, path + " in body should be at least " + min + " chars long");
      }
    };
  }

  private static Rule maxLength(long max) {
    return (value, path, errors) -> {
      if (value.isTextual() && codePoints(value) > max) {
        errors.tooLong(path, max);
      }
    };
  }

  private static long codePoints(JsonNode value) {
    String text = value.textValue();
    return text.codePointCount(0, text.length());
  }

  private static Rule minCount(long min, String what) {
    String noun = what.toLowerCase(java.util.Locale.ROOT);
    return (value, path, errors) -> {
      if (counts(value, what) && value.size() < min) {
        errors.invalid(
            path,
            String.valueOf(value.size()),
            path + " in body should have at least " + min + " " + noun);
      }
    };
  }

  private static Rule maxCount(long max, String what) {
    return (value, path, errors) -> {
      if (counts(value, what) && value.size() > max) {
        errors.tooMany(path, value.size(), max);
      }
    };
  }

  private static boolean counts(JsonNode value, String what) {
    return what.equals("Items") ? value.isArray() : value.isObject();
  }
}
