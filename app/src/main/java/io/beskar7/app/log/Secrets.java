package io.beskar7.app.log;

import java.util.List;
import java.util.Locale;

/** Keys whose values are never written. */
final class Secrets {
  static final String HIDDEN = "***";
  private static final List<String> WORDS =
      List.of("password", "token", "authorization", "cookie", "bootstrapdata", "privatekey");

  private Secrets() {}

  static boolean mayHold(String key) {
    String plain = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return WORDS.stream().anyMatch(plain::contains);
  }
}
