package io.beskar7.simulator.hardware;

import java.util.List;
import java.util.UUID;

/** What is inside a machine, as its firmware and its operating system see it. */
public record Hardware(
    String manufacturer,
    String model,
    String serialNumber,
    UUID uuid,
    String firmwareVersion,
    Processors processors,
    Memory memory,
    List<DiskDrive> disks,
    List<Nic> nics) {
  public Hardware {
    disks = List.copyOf(disks);
    nics = List.copyOf(nics);
  }

  /** {@code packages} equal processors; {@code cores} and {@code threads} are of one package. */
  public record Processors(
      int packages, String vendor, String model, int cores, int threads, int mhz) {}

  /** Equal memory modules, speed in MT/s. */
  public record Memory(int modules, int gibEach, int speed) {
    /** All modules together, in GiB. */
    public int totalGib() {
      return modules * gibEach;
    }
  }

  /** A drive; {@code sizeGb} is decimal, {@code type} is HDD, SSD or NVMe. */
  public record DiskDrive(
      String name, String model, int sizeGb, String type, String serialNumber) {}

  /** A network interface; the MAC address is lower case with colons. */
  public record Nic(String name, String mac, String driver, int speedMbps) {}

  /** Processor cores of all packages. */
  public int totalCores() {
    return processors.packages() * processors.cores();
  }

  /** The interface it boots from. */
  public Nic bootNic() {
    return nics.getFirst();
  }

  /** All MAC addresses, the boot interface first. */
  public List<String> macs() {
    return nics.stream().map(Nic::mac).toList();
  }
}
