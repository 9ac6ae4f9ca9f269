package io.beskar7.domain.hardware;

/** Whether two accounts are of one server. */
public sealed interface Sameness {
  /** They are of one server. */
  record Same() implements Sameness {}

  /** They are of two; {@code by} says what tells them apart. */
  record Different(String by, String expected, String found) implements Sameness {}

  /** They have nothing in common that could be compared. */
  record Unknown() implements Sameness {}
}
