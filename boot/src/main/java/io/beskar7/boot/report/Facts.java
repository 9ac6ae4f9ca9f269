package io.beskar7.boot.report;

import io.beskar7.api.common.RootDeviceHints;
import io.beskar7.api.machine.HardwareRequirements;
import io.beskar7.api.report.Cpus;
import io.beskar7.api.report.Gpu;
import io.beskar7.api.report.Inspection;
import io.beskar7.api.report.Memory;
import io.beskar7.api.report.Nic;
import io.beskar7.api.report.SystemInfo;
import io.beskar7.api.run.HostIdentity;
import io.beskar7.api.run.ProvisioningRunSpec;
import io.beskar7.domain.hardware.HardwareFacts;
import io.beskar7.domain.hardware.Identity;
import io.beskar7.domain.hardware.Quantities;
import io.beskar7.domain.hardware.RootDisk;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns resources into the words of the domain. */
final class Facts {
  private Facts() {}

  static HardwareFacts of(Inspection report) {
    Cpus cpus = report.cpus == null ? new Cpus() : report.cpus;
    Memory memory = report.memory == null ? new Memory() : report.memory;
    return new HardwareFacts(
        cpus.cores,
        cpus.architecture,
        memory.totalBytes,
        memory.type,
        report.disks == null ? null : report.disks.stream().map(Facts::disk).toList(),
        report.nics == null ? null : report.nics.stream().map(Facts::nic).toList(),
        report.gpus == null ? null : report.gpus.stream().map(Facts::model).toList(),
        identity(report));
  }

  private static HardwareFacts.Disk disk(io.beskar7.api.report.Disk disk) {
    return new HardwareFacts.Disk(disk.sizeBytes, disk.type, disk.serial, disk.wwn);
  }

  private static HardwareFacts.Nic nic(Nic nic) {
    return new HardwareFacts.Nic(nic.macAddress, nic.speedMbps);
  }

  private static String model(Gpu gpu) {
    return gpu.model == null ? "" : gpu.model;
  }

  private static Identity identity(Inspection report) {
    SystemInfo system = report.system == null ? new SystemInfo() : report.system;
    List<String> macs =
        report.nics == null
            ? List.of()
            : report.nics.stream().map(nic -> nic.macAddress).filter(Objects::nonNull).toList();
    return new Identity(system.uuid, system.serialNumber, macs);
  }

  /** What the BMC says the server is. */
  static Identity expected(ProvisioningRunSpec orders) {
    HostIdentity told = orders.identity;
    return told == null
        ? Identity.UNKNOWN
        : new Identity(
            told.uuid,
            told.serialNumber,
            told.macAddresses == null ? List.of() : told.macAddresses);
  }

  /**
   * What the machine needs.
   *
   * @throws io.beskar7.domain.hardware.InvalidValue when a value cannot be used
   */
  static io.beskar7.domain.hardware.HardwareRequirements wanted(ProvisioningRunSpec orders) {
    var builder = io.beskar7.domain.hardware.HardwareRequirements.builder();
    builder.rootDisk(rootDisk(orders.rootDeviceHints));
    HardwareRequirements wanted = orders.hardwareRequirements;
    if (wanted == null) {
      return builder.build();
    }
    builder
        .minCPUCores(wanted.minCPUCores)
        .minMemoryGB(wanted.minMemoryGB)
        .minDiskGB(wanted.minDiskGB);
    if (wanted.cpu != null) {
      builder.cpu(wanted.cpu.cores, wanted.cpu.architecture);
    }
    if (wanted.memory != null) {
      builder.memory(wanted.memory.capacity, wanted.memory.type);
    }
    if (wanted.storage != null) {
      builder.storage(wanted.storage.type, wanted.storage.capacity);
    }
    if (wanted.network != null) {
      builder.network(wanted.network.interfaces, wanted.network.speed);
    }
    if (wanted.gpu != null) {
      builder.gpu(wanted.gpu.count, wanted.gpu.type);
    }
    return builder.build();
  }

  private static @Nullable RootDisk rootDisk(@Nullable RootDeviceHints hints) {
    return hints == null
        ? null
        : new RootDisk(
            hints.serialNumber,
            hints.wwn,
            hints.minSizeGB == null ? null : (Long) (hints.minSizeGB * Quantities.GB),
            hints.type == null ? null : hints.type.name());
  }
}
