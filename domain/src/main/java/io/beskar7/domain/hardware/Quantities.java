package io.beskar7.domain.hardware;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and speeds as people write them. */
public final class Quantities {
  /** Bytes in a GiB, the unit of minMemoryGB. */
  public static final long GIB = 1L << 30;

  /** Bytes in a GB, the unit in which disks are sold and of minDiskGB. */
  public static final long GB = 1_000_000_000L;

  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)\\s*([A-Za-z/]*)");

  private static final Map<String, BigDecimal> BYTES =
      Map.ofEntries(
          unit("", 1),
          unit("k", 1_000L),
          unit("M", 1_000_000L),
          unit("G", GB),
          unit("T", 1_000 * GB),
          unit("P", 1_000_000 * GB),
          unit("Ki", 1L << 10),
          unit("Mi", 1L << 20),
          unit("Gi", GIB),
          unit("Ti", 1L << 40),
          unit("Pi", 1L << 50));

  private static final Map<String, BigDecimal> MEGABITS =
      Map.ofEntries(
          unit("", 1),
          unit("m", 1),
          unit("mbps", 1),
          unit("mb/s", 1),
          unit("mbit/s", 1),
          unit("g", 1_000),
          unit("gbps", 1_000),
          unit("gb/s", 1_000),
          unit("gbit/s", 1_000));

  private Quantities() {}

  /**
   * Bytes of a Kubernetes quantity such as 64Gi or 1Ti (binary) or 500G (decimal).
   *
   * @throws InvalidValue when it is none, or not a positive whole number of bytes
   */
  public static long bytes(String field, String text) {
    return read(field, text, text, BYTES, "a quantity such as 64Gi, 1Ti or 500G");
  }

  /**
   * Megabits per second of a link speed such as 10Gbps or 1000Mbps.
   *
   * @throws InvalidValue when it is none
   */
  public static int megabits(String field, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    long value = read(field, text, lower, MEGABITS, "a speed such as 10Gbps or 1000Mbps");
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  private static long read(
      String field, String text, String key, Map<String, BigDecimal> units, String allowed) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(key.strip());
    BigDecimal unit = matcher.matches() ? units.get(matcher.group(2)) : null;
    if (unit == null) {
      throw new InvalidValue(field, text, allowed);
    }
    BigDecimal value = new BigDecimal(matcher.group(1)).multiply(unit);
    BigDecimal whole = value.setScale(0, RoundingMode.CEILING);
    if (whole.signum() <= 0 || whole.toBigInteger().bitLength() > 62) {
      throw new InvalidValue(field, text, allowed);
    }
    return whole.longValueExact();
  }

  private static Map.Entry<String, BigDecimal> unit(String name, long factor) {
    return Map.entry(name, BigDecimal.valueOf(factor));
  }

  static String inGib(long bytes) {
    return trimmed(bytes, GIB) + " GiB";
  }

  static String inGb(long bytes) {
    return trimmed(bytes, GB) + " GB";
  }

  private static String trimmed(long bytes, long unit) {
    return BigDecimal.valueOf(bytes)
        .divide(BigDecimal.valueOf(unit), 1, RoundingMode.DOWN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
