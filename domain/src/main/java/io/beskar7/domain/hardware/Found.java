package io.beskar7.domain.hardware;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What a look at a server's facts says of one requirement. */
sealed interface Found {
  /** The requirement is met. */
  record Met() implements Found {}

  /** It is not met; {@code what} says what there is, in words with units. */
  record Unmet(String what) implements Found {}

  /** The facts do not tell. */
  record Untold() implements Found {}

  /** At least so much, by a number that may not be told. */
  static Found atLeast(long wanted, @Nullable Long told, LongFunction<String> words) {
    if (told == null) {
      return new Untold();
    }
    return told >= wanted ? new Met() : new Unmet(words.apply(told));
  }

  /** The same word, apart from case. */
  static Found same(String wanted, @Nullable String told) {
    if (told == null || told.isBlank()) {
      return new Untold();
    }
    return wanted.equalsIgnoreCase(told) ? new Met() : new Unmet(told);
  }

  /**
   * So many of several, some of which may not tell.
   *
   * @param sure how many surely count
   * @param maybe how many do not tell
   */
  static Found count(int wanted, long sure, long maybe) {
    if (sure >= wanted) {
      return new Met();
    }
    return sure + maybe >= wanted ? new Untold() : new Unmet(Long.toString(sure));
  }
}
