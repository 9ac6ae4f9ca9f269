package io.beskar7.domain.hardware;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MAC addresses in one spelling. */
public final class Macs {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{12}");

  private Macs() {}

  /**
   * Lower case with colons, from any usual spelling (colons, hyphens, dots, none).
   *
   * @return null for what is no address of one NIC: other text, zeros, broadcast, multicast
   */
  public static @Nullable String normalise(@Nullable String mac) {
    String hex = mac == null ? "" : mac.strip().toLowerCase(Locale.ROOT).replaceAll("[:.-]", "");
    if (!HEX.matcher(hex).matches() || hex.equals("000000000000")) {
      return null;
    }
    boolean multicast = (Character.digit(hex.charAt(1), 16) & 1) == 1;
    return multicast ? null : hex.replaceAll("(..)(?!$)", "$1:");
  }
}
