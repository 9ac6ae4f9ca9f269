package io.beskar7.boot.report;

import io.beskar7.api.report.Memory;
import io.beskar7.domain.hardware.Quantities;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The memory of a report: a list of modules, or totals. */
final class MemoryModules {
  private MemoryModules() {}

  static @Nullable Memory read(JsonView report) {
    List<Memory> modules = report.list("memory", MemoryModules::module);
    if (modules != null) {
      return together(modules);
    }
    JsonView totals = report.object("memory");
    if (!totals.isObject()) {
      return null;
    }
    Long bytes = totals.number("totalBytes");
    Long gib = totals.number("totalGB");
    return memory(
        bytes != null || gib == null ? bytes : (Long) (gib * Quantities.GIB), totals.text("type"));
  }

  private static Memory module(JsonView told) {
    return memory(Units.memoryBytes(told.measure("capacity")), told.text("type"));
  }

  /** Empty slots tell neither size nor type. */
  private static Memory together(List<Memory> modules) {
    List<Long> sizes =
        modules.stream().map(one -> one.totalBytes).filter(Objects::nonNull).toList();
    List<String> types =
        modules.stream().map(one -> one.type).filter(Objects::nonNull).distinct().toList();
    return memory(
        sizes.isEmpty() ? null : (Long) sizes.stream().mapToLong(Long::longValue).sum(),
        types.size() == 1 ? types.getFirst() : null);
  }

  private static Memory memory(@Nullable Long bytes, @Nullable String type) {
    Memory memory = new Memory();
    memory.totalBytes = bytes;
    memory.totalGB = bytes == null ? null : (Integer) (int) (bytes / Quantities.GIB);
    memory.type = type;
    return memory;
  }
}
