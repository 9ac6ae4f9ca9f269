package io.beskar7.domain.hardware;

import io.beskar7.domain.hardware.HardwareFacts.Disk;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which disk will take the system: of the disks that fit the hints the smallest, as installing
 * agents choose it, so that large data disks are left alone. A disk that does not tell what a hint
 * asks for is considered only where no disk surely fits.
 */
final class TargetDisk {
  private enum Fit {
    NO,
    MAYBE,
    YES
  }

  private TargetDisk() {}

  /** The disk, or null when none fits. */
  static @Nullable Disk choose(List<Disk> disks, RootDisk hints) {
    Disk sure = smallest(disks, hints, Fit.YES);
    return sure != null ? sure : smallest(disks, hints, Fit.MAYBE);
  }

  private static @Nullable Disk smallest(List<Disk> disks, RootDisk hints, Fit wanted) {
    return disks.stream()
        .filter(disk -> fit(disk, hints) == wanted)
        .min(
            Comparator.comparing(Disk::sizeBytes, Comparator.nullsFirst(Comparator.naturalOrder())))
        .orElse(null);
  }

  private static Fit fit(Disk disk, RootDisk hints) {
    Fit bySize =
        hints.minSizeBytes() == null
            ? Fit.YES
            : disk.sizeBytes() == null
                ? Fit.MAYBE
                : disk.sizeBytes() >= hints.minSizeBytes() ? Fit.YES : Fit.NO;
    return worst(
        bySize,
        worst(
            equal(hints.serial(), disk.serial()),
            worst(equal(hints.wwn(), disk.wwn()), equal(hints.type(), disk.type()))));
  }

  private static Fit equal(@Nullable String wanted, @Nullable String told) {
    if (wanted == null) {
      return Fit.YES;
    }
    if (told == null || told.isBlank()) {
      return Fit.MAYBE;
    }
    return wanted.strip().equalsIgnoreCase(told.strip()) ? Fit.YES : Fit.NO;
  }

  private static Fit worst(Fit a, Fit b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
