package io.beskar7.operator.claim;

import io.beskar7.api.common.RootDeviceHints;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.domain.hardware.HardwareRequirements;
import io.beskar7.domain.hardware.InvalidValue;
import io.beskar7.domain.hardware.RootDisk;
import org.jspecify.annotations.Nullable;

/** spec.hardwareRequirements, in both of its shapes, as the domain sees it. */
final class HardwareNeeds {
  private static final long GB = 1_000_000_000L;

  private HardwareNeeds() {}

  /** Null when a value cannot be understood; the machine reconciler tells which. */
  static @Nullable HardwareRequirements of(Beskar7MachineSpec spec) {
    HardwareRequirements.Builder builder = HardwareRequirements.builder();
    try {
      if (spec.hardwareRequirements != null) {
        add(builder, spec.hardwareRequirements);
      }
      return builder.rootDisk(rootDisk(spec.rootDeviceHints)).build();
    } catch (InvalidValue unclear) {
      return null;
    }
  }

  private static void add(
      HardwareRequirements.Builder builder, io.beskar7.api.machine.HardwareRequirements wanted) {
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
  }

  /** Any disk where there are no hints. */
  static RootDisk rootDisk(@Nullable RootDeviceHints hints) {
    return hints == null
        ? RootDisk.ANY
        : new RootDisk(
            hints.serialNumber,
            hints.wwn,
            hints.minSizeGB == null ? null : hints.minSizeGB * GB,
            hints.type == null ? null : hints.type.name());
  }
}
