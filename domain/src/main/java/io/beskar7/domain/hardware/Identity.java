package io.beskar7.domain.hardware;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * By what one server is told from another. Values that vendors leave as placeholders are dropped
 * here, so that they never make two servers one.
 *
 * @param uuid of the system, lower case; null when not told
 * @param serial of the system, upper case; null when not told
 * @param macs of its NICs, lower case with colons, sorted
 */
public record Identity(@Nullable String uuid, @Nullable String serial, List<String> macs) {
  /** Nothing is known. */
  public static final Identity UNKNOWN = new Identity(null, null, List.of());

  public Identity {
    uuid = Placeholders.uuid(uuid);
    serial = Placeholders.serial(serial);
    macs = List.copyOf(normalise(macs));
  }

  private static Collection<String> normalise(List<String> macs) {
    TreeSet<String> sorted = new TreeSet<>();
    for (String mac : macs) {
      String normal = Macs.normalise(mac);
      if (normal != null) {
        sorted.add(normal);
      }
    }
    return sorted;
  }

  /**
   * Whether another account of a server is of this one. A MAC address in common proves it. Else the
   * UUID decides (also when one side writes its first three fields in the other byte order, as
   * SMBIOS and BMCs do), then MAC addresses without any in common, and only then the serial number,
   * which some vendors give twice or take from the board.
   */
  public Sameness compare(Identity other) {
    if (macs.stream().anyMatch(other.macs::contains)) {
      return new Sameness.Same();
    }
    if (uuid != null && other.uuid != null) {
      return uuid.equals(other.uuid) || uuid.equals(Placeholders.swapped(other.uuid))
          ? new Sameness.Same()
          : new Sameness.Different("UUID", uuid, other.uuid);
    }
    if (!macs.isEmpty() && !other.macs.isEmpty()) {
      return new Sameness.Different(
          "MAC addresses", String.join(", ", macs), String.join(", ", other.macs));
    }
    if (serial != null && other.serial != null) {
      return serial.equals(other.serial)
          ? new Sameness.Same()
          : new Sameness.Different("serial number", serial, other.serial);
    }
    return new Sameness.Unknown();
  }
}
