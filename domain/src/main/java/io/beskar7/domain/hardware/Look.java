package io.beskar7.domain.hardware;

import io.beskar7.domain.hardware.Found.Met;
import io.beskar7.domain.hardware.Found.Unmet;
import io.beskar7.domain.hardware.Found.Untold;
import io.beskar7.domain.hardware.HardwareFacts.Disk;
import io.beskar7.domain.hardware.HardwareFacts.Nic;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One look at a server's facts for each kind of requirement. */
final class Look {
  private Look() {}

  static Found at(HardwareFacts facts, Requirement requirement, RootDisk rootDisk) {
    return switch (requirement) {
      case Requirement.Cores r ->
          Found.atLeast(
              r.cores(), facts.cores() == null ? null : (long) facts.cores(), Long::toString);
      case Requirement.Memory r -> Found.atLeast(r.bytes(), facts.memoryBytes(), Quantities::inGib);
      case Requirement.Architecture r ->
          Found.same(architecture(r.wanted()), architecture(facts.architecture()));
      case Requirement.MemoryType r -> Found.same(r.wanted(), facts.memoryType());
      case Requirement.SystemDisk r -> systemDisk(r, rootDisk, facts.disks());
      case Requirement.Storage r -> storage(r, facts.disks());
      case Requirement.Network r -> network(r, facts.nics());
      case Requirement.Gpus r -> gpus(r, facts.gpus());
    };
  }

  private static Found systemDisk(
      Requirement.SystemDisk wanted, RootDisk rootDisk, @Nullable List<Disk> disks) {
    if (disks == null) {
      return new Untold();
    }
    Disk disk = TargetDisk.choose(disks, rootDisk);
    return disk == null
        ? new Unmet(disks.isEmpty() ? "no disk" : "no disk that fits the root device hints")
        : Found.atLeast(wanted.bytes(), disk.sizeBytes(), Quantities::inGb);
  }

  private static Found storage(Requirement.Storage wanted, @Nullable List<Disk> disks) {
    if (disks == null) {
      return new Untold();
    }
    List<Found> looks = disks.stream().map(disk -> oneDisk(wanted, disk)).toList();
    if (looks.stream().anyMatch(Met.class::isInstance)) {
      return new Met();
    }
    return looks.stream().anyMatch(Untold.class::isInstance)
        ? new Untold()
        : new Unmet(describe(disks));
  }

  private static Found oneDisk(Requirement.Storage wanted, Disk disk) {
    Found type = wanted.type() == null ? new Met() : Found.same(wanted.type(), disk.type());
    Found size =
        wanted.bytes() == null
            ? new Met()
            : Found.atLeast(wanted.bytes(), disk.sizeBytes(), Quantities::inGb);
    if (type instanceof Unmet || size instanceof Unmet) {
      return type instanceof Unmet ? type : size;
    }
    return type instanceof Untold ? type : size;
  }

  private static String describe(List<Disk> disks) {
    return disks.isEmpty()
        ? "no disk"
        : String.join(", ", disks.stream().map(Look::describe).sorted().distinct().toList());
  }

  private static String describe(Disk disk) {
    String size = disk.sizeBytes() == null ? "unknown size" : Quantities.inGb(disk.sizeBytes());
    return (disk.type() == null ? "disk" : disk.type()) + " of " + size;
  }

  private static Found network(Requirement.Network wanted, @Nullable List<Nic> nics) {
    if (nics == null) {
      return new Untold();
    }
    Integer least = wanted.megabits();
    if (least == null) {
      return Found.count(wanted.count(), nics.size(), 0);
    }
    long untold = nics.stream().filter(nic -> nic.speedMbps() == null).count();
    long fast =
        nics.stream().filter(nic -> nic.speedMbps() != null && nic.speedMbps() >= least).count();
    return Found.count(wanted.count(), fast, untold);
  }

  private static Found gpus(Requirement.Gpus wanted, @Nullable List<String> models) {
    if (models == null) {
      return new Untold();
    }
    String type = wanted.type() == null ? "" : wanted.type().toLowerCase(Locale.ROOT);
    long fitting =
        models.stream().filter(model -> model.toLowerCase(Locale.ROOT).contains(type)).count();
    return Found.count(wanted.count(), fitting, 0);
  }

  private static String architecture(@Nullable String told) {
    String lower = told == null ? "" : told.toLowerCase(Locale.ROOT).strip();
    return switch (lower) {
      case "amd64", "x86-64", "x64" -> "x86_64";
      case "arm64" -> "aarch64";
      default -> lower;
    };
  }
}
