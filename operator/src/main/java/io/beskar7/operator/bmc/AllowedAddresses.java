package io.beskar7.operator.bmc;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The addresses that may receive what a Secret holds, as its annotation lists them: host names,
 * {@code *.example.com}, IP addresses and CIDR blocks, the first three with an optional port. A
 * name is covered by an address or block when all that it resolves to is.
 */
final class AllowedAddresses {
  private final List<String> entries;
  private final NameResolver resolver;

  private AllowedAddresses(List<String> entries, NameResolver resolver) {
    this.entries = entries;
    this.resolver = resolver;
  }

  static AllowedAddresses parse(String annotation, NameResolver resolver) {
    List<String> entries =
        Arrays.stream(annotation.split(",", -1))
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .filter(Predicate.not(String::isEmpty))
            .toList();
    return new AllowedAddresses(entries, resolver);
  }

  boolean cover(BmcAddress address) {
    return entries.stream().anyMatch(entry -> coversByName(entry, address))
        || coversByNumber(address);
  }

  private static boolean coversByName(String entry, BmcAddress address) {
    if (NetworkBlock.literal(address.host()) != null) {
      return false;
    }
    int colon = entry.lastIndexOf(':');
    boolean portFits = colon < 0 || entry.substring(colon + 1).equals("" + address.port());
    String name = colon < 0 ? entry : entry.substring(0, colon);
    return portFits
        && (name.startsWith("*.")
            ? address.host().endsWith(name.substring(1))
                && address.host().length() > name.length() - 1
            : name.equals(address.host()));
  }

  private boolean coversByNumber(BmcAddress address) {
    List<NetworkBlock> blocks =
        entries.stream().map(entry -> block(entry, address.port())).flatMap(List::stream).toList();
    if (blocks.isEmpty()) {
      return false;
    }
    List<InetAddress> numbers = resolver.resolve(address.host());
    return !numbers.isEmpty()
        && numbers.stream()
            .allMatch(number -> blocks.stream().anyMatch(block -> block.covers(number)));
  }

  /** The block of an entry, or nothing when it is a name or for another port. */
  private static List<NetworkBlock> block(String entry, int port) {
    NetworkBlock whole = NetworkBlock.parse(entry);
    if (whole != null) {
      return List.of(whole);
    }
    int colon = entry.lastIndexOf(':');
    boolean forPort = colon > 0 && entry.substring(colon + 1).equals("" + port);
    NetworkBlock one = forPort ? NetworkBlock.parse(entry.substring(0, colon)) : null;
    return one == null ? List.of() : List.of(one);
  }
}
