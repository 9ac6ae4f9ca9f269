package io.beskar7.simulator.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.hardware.Hardware;
import io.beskar7.simulator.hardware.Hardware.DiskDrive;
import io.beskar7.simulator.hardware.Hardware.Nic;
import java.time.Instant;

/** Writes what an agent found, in either shape. */
final class InspectionReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private InspectionReport() {}

  static ObjectNode write(ReportShape shape, Hardware hardware, String address, Instant now) {
    return switch (shape) {
      case V42 -> v42(hardware, address);
      case SPEC -> spec(hardware, now);
    };
  }

  private static ObjectNode v42(Hardware hardware, String address) {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("manufacturer", hardware.manufacturer())
        .put("model", hardware.model())
        .put("serialNumber", hardware.serialNumber())
        .put("uuid", hardware.uuid().toString())
        .put("bootModeDetected", "UEFI")
        .put("firmwareVersion", hardware.firmwareVersion());
    cpus(report.putArray("cpus"), hardware.processors());
    modules(report.putArray("memory"), hardware.memory());
    ArrayNode disks = report.putArray("disks");
    for (DiskDrive disk : hardware.disks()) {
      disks
          .addObject()
          .put("name", "/dev/" + disk.name())
          .put("model", disk.model())
          .put("sizeGB", disk.sizeGb())
          .put("type", disk.type())
          .put("serialNumber", disk.serialNumber());
    }
    ArrayNode nics = report.putArray("nics");
    for (Nic nic : hardware.nics()) {
      ObjectNode node = nics.addObject();
      node.put("name", nic.name())
          .put("macAddress", nic.mac())
          .put("driver", nic.driver())
          .put("speed", nic.speedMbps() / 1000 + "Gbps");
      ArrayNode addresses = node.putArray("ipAddresses");
      if (nic.equals(hardware.bootNic())) {
        addresses.add(address);
      }
    }
    return report;
  }

  private static void cpus(ArrayNode cpus, Hardware.Processors processors) {
    for (int i = 1; i <= processors.packages(); i++) {
      cpus.addObject()
          .put("id", "CPU." + i)
          .put("vendor", processors.vendor())
          .put("model", processors.model())
          .put("cores", processors.cores())
          .put("threads", processors.threads())
          .put("frequency", processors.mhz() / 1000.0 + "GHz");
    }
  }

  private static void modules(ArrayNode modules, Hardware.Memory memory) {
    for (int i = 1; i <= memory.modules(); i++) {
      modules
          .addObject()
          .put("id", "DIMM." + i)
          .put("type", "DDR4")
          .put("capacity", memory.gibEach() + " GiB")
          .put("speed", memory.speed() + "MHz");
    }
  }

  private static ObjectNode spec(Hardware hardware, Instant now) {
    ObjectNode report = JSON.createObjectNode().put("timestamp", now.toString());
    Hardware.Processors processors = hardware.processors();
    report
        .putObject("cpus")
        .put("count", processors.packages())
        .put("cores", hardware.totalCores())
        .put("threads", processors.packages() * processors.threads())
        .put("model", processors.model())
        .put("architecture", "x86_64")
        .put("mhz", processors.mhz());
    report
        .putObject("memory")
        .put("totalBytes", (long) hardware.memory().totalGib() << 30)
        .put("totalGB", hardware.memory().totalGib());
    ArrayNode disks = report.putArray("disks");
    for (DiskDrive disk : hardware.disks()) {
      disks
          .addObject()
          .put("device", "/dev/" + disk.name())
          .put("sizeBytes", disk.sizeGb() * 1_000_000_000L)
          .put("sizeGB", disk.sizeGb())
          .put("type", disk.type())
          .put("model", disk.model())
          .put("serial", disk.serialNumber());
    }
    ArrayNode nics = report.putArray("nics");
    for (Nic nic : hardware.nics()) {
      nics.addObject()
          .put("interface", nic.name())
          .put("macAddress", nic.mac())
          .put("linkStatus", "up")
          .put("speedMbps", nic.speedMbps())
          .put("driver", nic.driver());
    }
    report
        .putObject("system")
        .put("manufacturer", hardware.manufacturer())
        .put("model", hardware.model())
        .put("serialNumber", hardware.serialNumber())
        .put("biosVersion", hardware.firmwareVersion())
        .put("uuid", hardware.uuid().toString());
    return report;
  }
}
