package io.beskar7.simulator.hardware;

import io.beskar7.simulator.hardware.Hardware.DiskDrive;
import io.beskar7.simulator.hardware.Hardware.Memory;
import io.beskar7.simulator.hardware.Hardware.Nic;
import io.beskar7.simulator.hardware.Hardware.Processors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Machines by seed: the same seed and number always give the same machine. */
public final class HardwareFactory {
  private static final int[] CORES = {4, 8, 12, 16, 24, 32};
  private static final int[] MODULE_GIB = {8, 16, 32, 64};
  private static final int[] DISK_GB = {120, 240, 480, 960, 1920};
  private static final String[] MODELS = {"BW-R1", "BW-R2", "BW-S4"};
  private static final String[] CPUS = {"Dustgrain 6130", "Dustgrain 8280", "Ridge 7443"};

  private final long seed;

  public HardwareFactory(long seed) {
    this.seed = seed;
  }

  /** Machine {@code number}, counted from 0; at most 2^16 of one seed have unique MACs. */
  public Hardware machine(int number) {
    Random random = new Random(seed * 1_000_003L + number);
    random.nextLong();
    UUID uuid = uuid(random);
    String serial = "BW%02X%06d".formatted(seed & 0xff, number);
    return new Hardware(
        "Beskar Works",
        pick(random, MODELS),
        serial,
        uuid,
        "2.%d.0".formatted(random.nextInt(10)),
        processors(random),
        new Memory(2 << random.nextInt(3), pick(random, MODULE_GIB), 3200),
        disks(random, serial),
        nics(random, number));
  }

  private static Processors processors(Random random) {
    int cores = pick(random, CORES);
    return new Processors(
        1 + random.nextInt(2), "Beskar", pick(random, CPUS), cores, 2 * cores, 2400);
  }

  private static List<DiskDrive> disks(Random random, String serial) {
    List<DiskDrive> disks = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    boolean nvme = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      String name = nvme ? "nvme" + i + "n1" : "sd" + (char) ('a' + i);
      disks.add(
          new DiskDrive(
              name,
              nvme ? "BW NV-900" : "BW SA-300",
              pick(random, DISK_GB),
              nvme ? "NVMe" : "SSD",
              serial + "-D" + i));
    }
    return disks;
  }

  private List<Nic> nics(Random random, int number) {
    List<Nic> nics = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String mac =
          "02:b7:%02x:%02x:%02x:%02x".formatted(seed & 0xff, number >> 8 & 0xff, number & 0xff, i);
      nics.add(new Nic("eth" + i, mac, "bwnet", i == 0 ? 25_000 : 10_000));
    }
    return nics;
  }

  private static UUID uuid(Random random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return UUID.nameUUIDFromBytes(bytes);
  }

  private static int pick(Random random, int[] values) {
    return values[random.nextInt(values.length)];
  }

  private static String pick(Random random, String[] values) {
    return values[random.nextInt(values.length)];
  }
}
