package io.beskar7.boot.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what agents write: a field that is missing, of another type, blank or absurd is not told,
 * never an error. Text is cut and cleaned, lists are bounded.
 */
record JsonView(JsonNode node) {
  private static final int MAX_CHARS = 256;
  private static final int MAX_ITEMS = 256;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Co}\\p{Cn}\\p{Cs}]");
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,6})?)\\s*(\\D*)");

  private static final Set<String> NOT_TOLD =
      Set.of("", "unknown", "n/a", "not specified", "none", "null");

  boolean isObject() {
    return node.isObject();
  }

  JsonView object(String name) {
    return new JsonView(node.path(name));
  }

  /** The first of several names under which something is told. */
  @Nullable String text(String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      String text = value.isValueNode() ? clean(value.asText()) : "";
      if (!NOT_TOLD.contains(text.toLowerCase(Locale.ROOT))) {
        return text;
      }
    }
    return null;
  }

  /** A number that is not negative, also when it is written as text. */
  @Nullable Long number(String... names) {
    Measure measure = measure(names);
    return measure == null || !measure.unit().isEmpty() ? null : (long) measure.value();
  }

  @Nullable Integer smallNumber(String... names) {
    Long number = number(names);
    return number == null || number > Integer.MAX_VALUE ? null : number.intValue();
  }

  /** A number with a unit behind it, such as 32 GiB; {@code unit} is in lower case. */
  record Measure(double value, String unit) {}

  @Nullable Measure measure(String... names) {
    String text = text(names);
    Matcher matcher = text == null ? null : NUMBER.matcher(text);
    if (matcher == null || !matcher.matches()) {
      return null;
    }
    return new Measure(
        Double.parseDouble(matcher.group(1)), matcher.group(2).strip().toLowerCase(Locale.ROOT));
  }

  /** The objects of a list; null when there is no list. */
  <T> @Nullable List<T> list(String name, Function<JsonView, T> item) {
    JsonNode list = node.path(name);
    if (!list.isArray()) {
      return null;
    }
    List<T> items = new ArrayList<>();
    for (JsonNode entry : list) {
      if (entry.isObject() && items.size() < MAX_ITEMS) {
        items.add(item.apply(new JsonView(entry)));
      }
    }
    return List.copyOf(items);
  }

  /** The texts of a list; null when there is no list. */
  @Nullable List<String> texts(String... names) {
    for (String name : names) {
      JsonNode list = node.path(name);
      if (list.isArray()) {
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : list) {
          String text = entry.isValueNode() ? clean(entry.asText()) : "";
          if (!text.isEmpty() && texts.size() < MAX_ITEMS) {
            texts.add(text);
          }
        }
        return List.copyOf(texts);
      }
    }
    return null;
  }

  private static String clean(String text) {
    String printable = UNPRINTABLE.matcher(text).replaceAll("").strip();
    return printable.length() <= MAX_CHARS ? printable : printable.substring(0, MAX_CHARS);
  }
}
