package io.beskar7.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.simulator.hardware.Hardware;
import io.beskar7.simulator.hardware.HardwareFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionReportTest {
  private final Hardware hardware = new HardwareFactory(1).machine(0);

  @Test
  void theContractsShapeHasItsFieldsAndTheUuid() {
    JsonNode report = report(ReportShape.V42);

    assertThat(names(report))
        .containsExactlyInAnyOrder(
            "manufacturer",
            "model",
            "serialNumber",
            "uuid",
            "bootModeDetected",
            "firmwareVersion",
            "cpus",
            "memory",
            "disks",
            "nics");
    assertThat(names(report.path("cpus").path(0)))
        .containsExactly("id", "vendor", "model", "cores", "threads", "frequency");
    assertThat(names(report.path("memory").path(0)))
        .containsExactly("id", "type", "capacity", "speed");
    assertThat(names(report.path("disks").path(0)))
        .containsExactly("name", "model", "sizeGB", "type", "serialNumber");
    assertThat(names(report.path("nics").path(0)))
        .containsExactly("name", "macAddress", "driver", "speed", "ipAddresses");
  }

  @Test
  void theContractsShapeSaysWhatIsInside() {
    JsonNode report = report(ReportShape.V42);

    assertThat(report.path("uuid").asText()).isEqualTo(hardware.uuid().toString());
    assertThat(report.path("cpus")).hasSize(hardware.processors().packages());
    assertThat(report.path("memory")).hasSize(hardware.memory().modules());
    assertThat(report.path("memory").path(0).path("capacity").asText())
        .isEqualTo(hardware.memory().gibEach() + " GiB");
    assertThat(report.path("nics").path(0).path("macAddress").asText())
        .isEqualTo(hardware.macs().getFirst());
    assertThat(report.path("nics").path(0).path("ipAddresses").path(0).asText())
        .isEqualTo("127.71.0.1");
  }

  @Test
  void theArchitecturesShapeHasItsFieldsAndTheUuid() {
    JsonNode report = report(ReportShape.SPEC);

    assertThat(names(report))
        .containsExactly("timestamp", "cpus", "memory", "disks", "nics", "system");
    assertThat(names(report.path("cpus")))
        .containsExactly("count", "cores", "threads", "model", "architecture", "mhz");
    assertThat(names(report.path("memory"))).containsExactly("totalBytes", "totalGB");
    assertThat(names(report.path("disks").path(0)))
        .containsExactly("device", "sizeBytes", "sizeGB", "type", "model", "serial");
    assertThat(names(report.path("nics").path(0)))
        .containsExactly("interface", "macAddress", "linkStatus", "speedMbps", "driver");
    assertThat(report.path("system").path("uuid").asText()).isEqualTo(hardware.uuid().toString());
    assertThat(report.path("cpus").path("cores").asInt()).isEqualTo(hardware.totalCores());
  }

  private JsonNode report(ReportShape shape) {
    return InspectionReport.write(shape, hardware, "127.71.0.1", Instant.EPOCH);
  }

  private static List<String> names(JsonNode node) {
    return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }
}
