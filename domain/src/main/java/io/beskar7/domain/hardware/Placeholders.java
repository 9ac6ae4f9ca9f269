package io.beskar7.domain.hardware;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What vendors leave in the fields of identity instead of a value of its own. */
final class Placeholders {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Zeros with a MAC address behind them, all zeros, all ones, and defaults of board firmware. */
  private static final Pattern NO_UUID =
      Pattern.compile(
          "0{8}-0{4}-0{4}-0{4}-.*|f{8}-f{4}-f{4}-f{4}-f{12}|03000200-0400-0500-0006-000700080009"
              + "|00020003-0004-0005-0006-000700080009|12345678-1234-.*");

  private static final Set<String> NO_SERIAL =
      Set.of(
          "NONE",
          "N/A",
          "NA",
          "NULL",
          "UNKNOWN",
          "NOT AVAILABLE",
          "NOT SPECIFIED",
          "NOT APPLICABLE",
          "DEFAULT STRING",
          "SYSTEM SERIAL NUMBER",
          "SERIAL NUMBER",
          "TO BE FILLED BY O.E.M.",
          "TO BE FILLED BY OEM",
          "EMPTY",
          "INVALID");

  private static final Pattern COUNTING = Pattern.compile("0?123456789[0-9AB]*|(.)\\1*");

  private Placeholders() {}

  /** The UUID in lower case, or null when it is none of its own. */
  static @Nullable String uuid(@Nullable String told) {
    String uuid = told == null ? "" : told.strip().toLowerCase(Locale.ROOT);
    return UUID.matcher(uuid).matches() && !NO_UUID.matcher(uuid).matches() ? uuid : null;
  }

  /** The serial number in upper case, or null when it is none of its own. */
  static @Nullable String serial(@Nullable String told) {
    String serial = told == null ? "" : told.strip().toUpperCase(Locale.ROOT);
    return serial.isEmpty() || NO_SERIAL.contains(serial) || COUNTING.matcher(serial).matches()
        ? null
        : serial;
  }

  /** The UUID with its first three fields in the other byte order. */
  static String swapped(String uuid) {
    return reversed(uuid, 0, 8)
        + "-"
        + reversed(uuid, 9, 13)
        + "-"
        + reversed(uuid, 14, 18)
        + uuid.substring(18);
  }

  private static String reversed(String uuid, int from, int to) {
    StringBuilder bytes = new StringBuilder();
    for (int at = to - 2; at >= from; at -= 2) {
      bytes.append(uuid, at, at + 2);
    }
    return bytes.toString();
  }
}
