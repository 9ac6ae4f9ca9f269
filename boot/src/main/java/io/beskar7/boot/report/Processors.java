package io.beskar7.boot.report;

import io.beskar7.api.report.Cpus;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The processors of a report: a list of packages, or totals. */
final class Processors {
  private Processors() {}

  static @Nullable Cpus read(JsonView report) {
    List<Cpus> packages = report.list("cpus", Processors::one);
    if (packages != null) {
      return together(packages, report.text("architecture"));
    }
    JsonView totals = report.object("cpus");
    return totals.isObject() ? one(totals) : null;
  }

  private static Cpus one(JsonView told) {
    Cpus cpus = new Cpus();
    cpus.count = told.smallNumber("count");
    cpus.cores = told.smallNumber("cores");
    cpus.threads = told.smallNumber("threads");
    cpus.model = told.text("model");
    cpus.mhz = Units.megahertz(told.measure("mhz", "frequency"));
    String architecture = told.text("architecture");
    cpus.architecture =
        architecture == null ? byVendor(told.text("vendor", "model")) : architecture;
    return cpus;
  }

  /** Contract v4.2 tells no architecture, but these vendors' server processors have only one. */
  private static @Nullable String byVendor(@Nullable String vendor) {
    String name = vendor == null ? "" : vendor.toLowerCase(Locale.ROOT);
    return name.contains("intel") || name.contains("amd") ? "x86_64" : null;
  }

  private static Cpus together(List<Cpus> packages, @Nullable String architecture) {
    Cpus cpus = packages.isEmpty() ? new Cpus() : packages.getFirst();
    cpus.count = packages.size();
    cpus.cores = sum(packages.stream().map(one -> one.cores).toList());
    cpus.threads = sum(packages.stream().map(one -> one.threads).toList());
    cpus.architecture = architecture == null ? cpus.architecture : architecture;
    return cpus;
  }

  /** Not told as soon as one package does not tell. */
  private static @Nullable Integer sum(List<Integer> numbers) {
    return numbers.isEmpty() || numbers.stream().anyMatch(Objects::isNull)
        ? null
        : (Integer) numbers.stream().mapToInt(Integer::intValue).sum();
  }
}
