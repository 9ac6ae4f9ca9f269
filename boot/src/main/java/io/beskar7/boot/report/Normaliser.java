package io.beskar7.boot.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.api.report.Cpus;
import io.beskar7.api.report.Disk;
import io.beskar7.api.report.Gpu;
import io.beskar7.api.report.Inspection;
import io.beskar7.api.report.Memory;
import io.beskar7.api.report.Nic;
import io.beskar7.api.report.SystemInfo;
import io.beskar7.boot.report.JsonView.Measure;
import io.beskar7.domain.hardware.Macs;
import io.beskar7.domain.hardware.Quantities;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
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
    inspection.cpus = report.isList("cpus") ? packages(report) : cpuTotals(report.object("cpus"));
    inspection.memory =
        report.isList("memory") ? modules(report) : memoryTotals(report.object("memory"));
    inspection.disks = report.list("disks", Normaliser::disk);
    inspection.nics = report.list("nics", Normaliser::nic);
    inspection.gpus = report.list("gpus", Normaliser::gpu);
    inspection.system = system(report, report.object("system"));
    inspection.bootMode = report.text("bootModeDetected", "bootMode");
    return inspection;
  }

  private record Package(
      @Nullable Integer cores,
      @Nullable Integer threads,
      @Nullable String model,
      @Nullable String architecture,
      @Nullable Integer mhz) {}

  private static Cpus packages(JsonView report) {
    List<Package> packages = Objects.requireNonNull(report.list("cpus", Normaliser::onePackage));
    Cpus cpus = new Cpus();
    cpus.count = packages.size();
    cpus.cores = sum(packages, Package::cores);
    cpus.threads = sum(packages, Package::threads);
    cpus.model = first(packages, Package::model);
    cpus.mhz = first(packages, Package::mhz);
    String told = report.text("architecture");
    cpus.architecture = told == null ? first(packages, Package::architecture) : told;
    return cpus;
  }

  private static Package onePackage(JsonView cpu) {
    String told = cpu.text("architecture");
    String vendor = cpu.text("vendor", "model");
    return new Package(
        cpu.smallNumber("cores"),
        cpu.smallNumber("threads"),
        cpu.text("model"),
        told == null ? byVendor(vendor) : told,
        megahertz(cpu.measure("frequency", "mhz")));
  }

  /** Contract v4.2 tells no architecture, but these vendors' server processors have only one. */
  private static @Nullable String byVendor(@Nullable String vendor) {
    String name = vendor == null ? "" : vendor.toLowerCase(Locale.ROOT);
    return name.contains("intel") || name.contains("amd") ? "x86_64" : null;
  }

  private static @Nullable Cpus cpuTotals(JsonView told) {
    if (!told.node().isObject()) {
      return null;
    }
    Cpus cpus = new Cpus();
    cpus.count = told.smallNumber("count");
    cpus.cores = told.smallNumber("cores");
    cpus.threads = told.smallNumber("threads");
    cpus.model = told.text("model");
    cpus.architecture = told.text("architecture");
    cpus.mhz = megahertz(told.measure("mhz", "frequency"));
    return cpus;
  }

  private static Memory modules(JsonView report) {
    record Module(@Nullable Long bytes, @Nullable String type) {}
    List<Module> modules =
        Objects.requireNonNull(
            report.list(
                "memory",
                module -> new Module(bytes(module.measure("capacity")), module.text("type"))));
    List<Long> sizes = modules.stream().map(Module::bytes).filter(Objects::nonNull).toList();
    List<String> types =
        modules.stream().map(Module::type).filter(Objects::nonNull).distinct().toList();
    return memory(
        sizes.isEmpty() ? null : sizes.stream().mapToLong(Long::longValue).sum(),
        types.size() == 1 ? types.getFirst() : null);
  }

  private static @Nullable Memory memoryTotals(JsonView told) {
    if (!told.node().isObject()) {
      return null;
    }
    Long bytes = told.number("totalBytes");
    Long gib = told.number("totalGB");
    return memory(
        bytes != null || gib == null ? bytes : (Long) (gib * Quantities.GIB), told.text("type"));
  }

  private static Memory memory(@Nullable Long bytes, @Nullable String type) {
    Memory memory = new Memory();
    memory.totalBytes = bytes;
    memory.totalGB = bytes == null ? null : (int) (bytes / Quantities.GIB);
    memory.type = type;
    return memory;
  }

  /** Memory comes in powers of two, also where it is written as GB. */
  private static @Nullable Long bytes(@Nullable Measure capacity) {
    if (capacity == null) {
      return null;
    }
    Long unit =
        switch (capacity.unit()) {
          case "" -> 1L;
          case "kb", "kib" -> 1L << 10;
          case "mb", "mib" -> 1L << 20;
          case "gb", "gib" -> Quantities.GIB;
          case "tb", "tib" -> 1L << 40;
          default -> null;
        };
    return unit == null ? null : (Long) Math.round(capacity.value() * unit);
  }

  private static Disk disk(JsonView told) {
    Disk disk = new Disk();
    disk.device = told.text("device", "name");
    Long bytes = told.number("sizeBytes");
    Long gb = told.number("sizeGB");
    disk.sizeBytes = bytes != null || gb == null ? bytes : (Long) (gb * Quantities.GB);
    disk.sizeGB = disk.sizeBytes == null ? null : (int) (disk.sizeBytes / Quantities.GB);
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
    nic.speedMbps = megabits(told.measure("speedMbps", "speed"));
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

  private static @Nullable Integer megahertz(@Nullable Measure told) {
    if (told == null) {
      return null;
    }
    return switch (told.unit()) {
      case "", "mhz" -> (int) Math.round(told.value());
      case "ghz" -> (int) Math.round(told.value() * 1_000);
      default -> null;
    };
  }

  private static @Nullable Integer megabits(@Nullable Measure told) {
    if (told == null || told.value() == 0) {
      return null;
    }
    return switch (told.unit()) {
      case "", "mbps", "mb/s", "mbit/s" -> (int) Math.round(told.value());
      case "gbps", "gb/s", "gbit/s" -> (int) Math.round(told.value() * 1_000);
      default -> null;
    };
  }

  /** Null as soon as one does not tell. */
  private static @Nullable Integer sum(
      List<Package> packages, Function<Package, @Nullable Integer> number) {
    int sum = 0;
    for (Package one : packages) {
      Integer told = number.apply(one);
      if (told == null) {
        return null;
      }
      sum += told;
    }
    return packages.isEmpty() ? null : (Integer) sum;
  }

  private static <T> @Nullable T first(
      List<Package> packages, Function<Package, @Nullable T> field) {
    for (Package one : packages) {
      T told = field.apply(one);
      if (told != null) {
        return told;
      }
    }
    return null;
  }
}
