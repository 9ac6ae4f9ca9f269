package io.beskar7.boot.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.api.report.Disk;
import io.beskar7.api.report.Gpu;
import io.beskar7.api.report.Inspection;
import io.beskar7.api.report.Nic;
import io.beskar7.api.report.SystemInfo;
import io.beskar7.domain.hardware.Macs;
import io.beskar7.domain.hardware.Quantities;
import org.jspecify.annotations.Nullable;

/**
 * Makes one shape of the two that agents send: inspector contract v4.2 (lists of packages and
 * memory modules, facts of the system at the top) and architecture.md (totals, facts of the system
 * below {@code system}). Fields may be mixed.
 */
final class Normaliser {
  private Normaliser() {}

  static Inspection normalise(JsonNode body) {
    JsonView report = new JsonView(body);
    Inspection inspection = new Inspection();
    inspection.cpus = Processors.read(report);
    inspection.memory = MemoryModules.read(report);
    inspection.disks = report.list("disks", Normaliser::disk);
    inspection.nics = report.list("nics", Normaliser::nic);
    inspection.gpus = report.list("gpus", Normaliser::gpu);
    inspection.system = system(report, report.object("system"));
    inspection.bootMode = report.text("bootModeDetected", "bootMode");
    return inspection;
  }

  private static Disk disk(JsonView told) {
    Disk disk = new Disk();
    disk.device = told.text("device", "name");
    Long bytes = told.number("sizeBytes");
    Long gb = told.number("sizeGB");
    disk.sizeBytes = bytes != null || gb == null ? bytes : (Long) (gb * Quantities.GB);
    disk.sizeGB = disk.sizeBytes == null ? null : (Integer) (int) (disk.sizeBytes / Quantities.GB);
    disk.type = told.text("type");
    disk.model = told.text("model");
    disk.serial = told.text("serial", "serialNumber");
    disk.wwn = told.text("wwn");
    return disk;
  }

  private static Nic nic(JsonView told) {
    Nic nic = new Nic();
    nic.interfaceName = told.text("interface", "name");
    nic.macAddress = Macs.normalise(told.text("macAddress", "mac"));
    nic.linkStatus = told.text("linkStatus");
    nic.speedMbps = Units.megabits(told.measure("speedMbps", "speed"));
    nic.driver = told.text("driver");
    nic.addresses = told.texts("addresses", "ipAddresses");
    return nic;
  }

  private static Gpu gpu(JsonView told) {
    Gpu gpu = new Gpu();
    gpu.model = told.text("model", "name", "type");
    return gpu;
  }

  private static SystemInfo system(JsonView top, JsonView below) {
    SystemInfo system = new SystemInfo();
    system.manufacturer = either(below.text("manufacturer"), top.text("manufacturer"));
    system.model = either(below.text("model"), top.text("model"));
    system.serialNumber =
        either(below.text("serialNumber", "serial"), top.text("serialNumber", "serial"));
    system.uuid = either(below.text("uuid"), top.text("uuid"));
    system.biosVersion =
        either(below.text("biosVersion"), top.text("firmwareVersion", "biosVersion"));
    system.bmcAddress = below.text("bmcAddress");
    return system;
  }

  private static @Nullable String either(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }
}
