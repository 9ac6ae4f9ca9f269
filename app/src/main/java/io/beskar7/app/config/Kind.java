package io.beskar7.app.config;

import io.beskar7.api.common.Durations;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a setting is read and what is allowed.
 *
 * @param <T> what it is read as
 */
public sealed interface Kind<T> {

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException when it is refused
   */
  T parse(String text);

  /** What is accepted, as in "must be ...". */
  String allowed();

  /** What the documentation promises to work well, when that is less than what is accepted. */
  default @Nullable String documented() {
    return null;
  }

  /** Whether a value that is accepted is also within the documented range. */
  default boolean isDocumented(T value) {
    return true;
  }

  /** true or false. */
  record Flag() implements Kind<Boolean> {
    @Override
    public Boolean parse(String text) {
      return switch (text) {
        case "true", "1", "t", "T", "TRUE", "True" -> true;
        case "false", "0", "f", "F", "FALSE", "False" -> false;
        default -> throw new IllegalArgumentException("not a boolean");
      };
    }

    @Override
    public String allowed() {
      return "true or false";
    }
  }

  /** Any text that is not empty. */
  record Text(String allowed) implements Kind<String> {
    @Override
    public String parse(String text) {
      if (text.isBlank()) {
        throw new IllegalArgumentException("empty");
      }
      return text;
    }
  }

  /** One of a few words. */
  record Choice(List<String> words) implements Kind<String> {
    @Override
    public String parse(String text) {
      if (!words.contains(text)) {
        throw new IllegalArgumentException("not one of the words");
      }
      return text;
    }

    @Override
    public String allowed() {
      return words.size() == 1 ? words.getFirst() : "one of " + String.join(", ", words);
    }
  }

  /** Where a server listens. */
  record Address() implements Kind<BindAddress> {
    @Override
    public BindAddress parse(String text) {
      return BindAddress.parse(text);
    }

    @Override
    public String allowed() {
      return "host:port or :port, with a port from 0 (any free one) to 65535";
    }
  }

  /**
   * Something with an order: refused outside {@code hard}, doubtful outside {@code documented}.
   *
   * @param noun what it is, with an article
   * @param documentedRange the range of the documentation, or null when it gives none
   */
  record Ordered<T extends Comparable<T>>(
      String noun,
      Function<String, T> reader,
      Function<T, String> printer,
      @Nullable Range<T> documentedRange,
      Range<T> hard)
      implements Kind<T> {

    @Override
    public T parse(String text) {
      T value = reader.apply(text);
      if (!hard.contains(value)) {
        throw new IllegalArgumentException("out of bounds");
      }
      return value;
    }

    @Override
    public String allowed() {
      return noun + " from " + hard.print(printer);
    }

    @Override
    public @Nullable String documented() {
      return documentedRange == null ? null : documentedRange.print(printer);
    }

    @Override
    public boolean isDocumented(T value) {
      return documentedRange == null || documentedRange.contains(value);
    }
  }

  /** Both ends belong to it. */
  record Range<T extends Comparable<T>>(T from, T to) {
    boolean contains(T value) {
      return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
    }

    String print(Function<T, String> printer) {
      return printer.apply(from) + " to " + printer.apply(to);
    }
  }

  /** A whole number; hard bounds 1 and {@code most}. */
  static Kind<Integer> whole(int from, int to, int most) {
    return whole(from, to, 1, most);
  }

  /** A whole number; documented from, to; hard bounds least, most. */
  static Kind<Integer> whole(int from, int to, int least, int most) {
    return new Ordered<>(
        "a whole number",
        Integer::valueOf,
        String::valueOf,
        new Range<>(from, to),
        new Range<>(least, most));
  }

  /** A number with a fraction. */
  static Kind<Double> decimal(double from, double to, double least, double most) {
    return new Ordered<>(
        "a number",
        Double::valueOf,
        String::valueOf,
        new Range<>(from, to),
        new Range<>(least, most));
  }

  /** A duration with a documented range; refused under a tenth of a second and over a day. */
  static Kind<Duration> duration(String from, String to) {
    return duration(new Range<>(Durations.parse(from), Durations.parse(to)));
  }

  /** A duration without a documented range. */
  static Kind<Duration> duration() {
    return duration((Range<Duration>) null);
  }

  private static Kind<Duration> duration(@Nullable Range<Duration> documented) {
    return new Ordered<>(
        "a duration such as 30s, 5m or 1h,",
        Durations::parse,
        Durations::format,
        documented,
        new Range<>(Duration.ofMillis(100), Duration.ofHours(24)));
  }
}
