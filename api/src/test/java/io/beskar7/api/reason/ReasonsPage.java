package io.beskar7.api.reason;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** docs/reasons.md, made from {@link Reason}. */
public final class ReasonsPage {
  private static final String HEAD =
      """
      <!-- Generated from io.beskar7.api.reason.Reason: see scripts/generate -->
      # Reasons

      Conditions, runs and events give one of these words as their reason.

      | reason | what it means | what to do |
      |---|---|---|
      """;

  private ReasonsPage() {}

  public static String generate() {
    return Arrays.stream(Reason.values())
        .sorted(Comparator.comparing(Reason::wire))
        .map(ReasonsPage::row)
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static String row(Reason reason) {
    return "| `%s` | %s | %s |\n".formatted(reason.wire(), reason.text(), reason.action());
  }
}
