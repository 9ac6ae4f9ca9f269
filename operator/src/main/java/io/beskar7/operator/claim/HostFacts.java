package io.beskar7.operator.claim;

import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.report.Disk;
import io.beskar7.api.report.Gpu;
import io.beskar7.api.report.Inspection;
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
    HardwareDetails told = status.hardwareDetails;
    Integer cores = report == null || report.cpus == null ? null : report.cpus.cores;
    Long memory = report == null || report.memory == null ? null : report.memory.totalBytes;
    return new HardwareFacts(
        cores == null && told != null ? told.cpuCores : cores,
        report == null || report.cpus == null ? null : report.cpus.architecture,
        memory == null && told != null ? mebibytes(told.memoryMiB) : memory,
        report == null || report.memory == null ? null : report.memory.type,
        report == null ? null : disks(report.disks),
        report == null ? null : nics(report.nics),
        report == null ? null : gpus(report.gpus),
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
