package io.beskar7.domain.hardware;

import org.jspecify.annotations.Nullable;

/**
 * Hints by which the disk for the system is chosen; null asks nothing. A path below
 * /dev/disk/by-path is not among them: no report tells it, so it cannot be judged here.
 *
 * @param minSizeBytes smallest size
 * @param type HDD, SSD or NVMe
 */
public record RootDisk(
    @Nullable String serial,
    @Nullable String wwn,
    @Nullable Long minSizeBytes,
    @Nullable String type) {
  /** Any disk will do. */
  public static final RootDisk ANY = new RootDisk(null, null, null, null);
}
