package io.beskar7.operator.claim;

import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.report.Cpus;
import io.beskar7.api.report.Disk;
import io.beskar7.api.report.Gpu;
import io.beskar7.api.report.Inspection;
import io.beskar7.api.report.Memory;
import io.beskar7.api.report.Nic;
import io.beskar7.domain.hardware.HardwareFacts;
import io.beskar7.domain.hardware.Identity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a host's hardware: its own report goes before what its BMC says. */
final class HostFacts {
  private static final long MIB = 1024L * 1024;

  private HostFacts() {}

  static HardwareFacts of(PhysicalHostStatus status) {
    Inspection report = status.inspectionReport;
    return report == null ? told(status.hardwareDetails) : reported(report);
  }

  private static HardwareFacts told(@Nullable HardwareDetails bmc) {
    return bmc == null
        ? HardwareFacts.UNKNOWN
        : new HardwareFacts(
            bmc.cpuCores, null, mebibytes(bmc.memoryMiB), null, null, null, null, Identity.UNKNOWN);
  }

  /** Only what it says itself: by that it is judged once it has been claimed. */
  private static HardwareFacts reported(Inspection report) {
    Cpus cpus = report.cpus == null ? new Cpus() : report.cpus;
    Memory memory = report.memory == null ? new Memory() : report.memory;
    return new HardwareFacts(
        cpus.cores,
        cpus.architecture,
        memory.totalBytes,
        memory.type,
        disks(report.disks),
        nics(report.nics),
        gpus(report.gpus),
        Identity.UNKNOWN);
  }

  private static @Nullable Long mebibytes(@Nullable Long count) {
    return count == null ? null : count * MIB;
  }

  private static @Nullable List<HardwareFacts.Disk> disks(@Nullable List<Disk> disks) {
    return disks == null
        ? null
        : disks.stream()
            .map(d -> new HardwareFacts.Disk(d.sizeBytes, d.type, d.serial, d.wwn))
            .toList();
  }

  private static @Nullable List<HardwareFacts.Nic> nics(@Nullable List<Nic> nics) {
    return nics == null
        ? null
        : nics.stream().map(n -> new HardwareFacts.Nic(n.macAddress, n.speedMbps)).toList();
  }

  private static @Nullable List<String> gpus(@Nullable List<Gpu> gpus) {
    return gpus == null ? null : gpus.stream().map(g -> g.model == null ? "" : g.model).toList();
  }
}
