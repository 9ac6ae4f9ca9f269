package io.beskar7.operator.bmc;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An IP address, or a block of them in CIDR notation. */
record NetworkBlock(InetAddress network, int bits) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");

  /** Reads an address literal with an optional /bits; null when it is none. Never asks DNS. */
  static @Nullable NetworkBlock parse(String text) {
    int slash = text.indexOf('/');
    InetAddress network = literal(slash < 0 ? text : text.substring(0, slash));
    if (network == null) {
      return null;
    }
    int all = network.getAddress().length * 8;
    if (slash < 0) {
      return new NetworkBlock(network, all);
    }
    String bits = text.substring(slash + 1);
    return DIGITS.matcher(bits).matches() && Integer.parseInt(bits) <= all
        ? new NetworkBlock(network, Integer.parseInt(bits))
        : null;
  }

  /** The address a literal stands for, or null when the text is a name. */
  static @Nullable InetAddress literal(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    try {
      return InetAddress.ofLiteral(bare);
    } catch (IllegalArgumentException aName) {
      return null;
    }
  }

  boolean covers(InetAddress address) {
    byte[] mine = network.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >>> (bit % 8);
      if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
