package io.beskar7.domain.hardware;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a server, from its BMC or from its own report. Null means not told, which is
 * something else than an empty list (told that there is none).
 *
 * @param cores processor cores, all packages
 * @param architecture as written by the source (x86_64, amd64, aarch64, arm64)
 * @param memoryBytes main memory
 * @param memoryType such as DDR4; null too when the modules differ
 */
public record HardwareFacts(
    @Nullable Integer cores,
    @Nullable String architecture,
    @Nullable Long memoryBytes,
    @Nullable String memoryType,
    @Nullable List<Disk> disks,
    @Nullable List<Nic> nics,
    @Nullable List<String> gpus,
    Identity identity) {

  public HardwareFacts {
    disks = disks == null ? null : List.copyOf(disks);
    nics = nics == null ? null : List.copyOf(nics);
    gpus = gpus == null ? null : List.copyOf(gpus);
  }

  /** Nothing is known. */
  public static final HardwareFacts UNKNOWN =
      new HardwareFacts(null, null, null, null, null, null, null, Identity.UNKNOWN);

  /**
   * A disk.
   *
   * @param type HDD, SSD or NVMe
   */
  public record Disk(
      @Nullable Long sizeBytes,
      @Nullable String type,
      @Nullable String serial,
      @Nullable String wwn) {}

  /**
   * A network interface.
   *
   * @param speedMbps megabits per second; null also for a link that is down
   */
  public record Nic(@Nullable String mac, @Nullable Integer speedMbps) {}
}
