package io.beskar7.domain.hardware;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a machine needs of its host; every one must hold.
 *
 * @param rootDisk by what the disk for the system is chosen
 */
public record HardwareRequirements(List<Requirement> all, RootDisk rootDisk) {
  /** Any host will do. */
  public static final HardwareRequirements NONE = new HardwareRequirements(List.of(), RootDisk.ANY);

  public HardwareRequirements {
    all = List.copyOf(all);
  }

  /** The same; where no hint for the disk is given, with those. */
  public HardwareRequirements orRootDisk(RootDisk hints) {
    return rootDisk.equals(RootDisk.ANY) ? new HardwareRequirements(all, hints) : this;
  }

  /** Takes both shapes of spec.hardwareRequirements, flat and nested, in any mixture. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what was given; null means not given and is skipped. */
  public static final class Builder {
    private static final String PATH = "hardwareRequirements.";

    private final List<Requirement> all = new ArrayList<>();
    private RootDisk rootDisk = RootDisk.ANY;

    private Builder() {}

    public Builder minCPUCores(@Nullable Integer cores) {
      return cores == null ? this : add(new Requirement.Cores("minCPUCores", cores));
    }

    /**
     * @param gib GiB, although the field is called GB: memory comes in powers of two
     */
    public Builder minMemoryGB(@Nullable Integer gib) {
      return gib == null ? this : add(new Requirement.Memory("minMemoryGB", gib * Quantities.GIB));
    }

    /**
     * @param gb GB (10^9 bytes), as disks are sold
     */
    public Builder minDiskGB(@Nullable Integer gb) {
      return gb == null ? this : add(new Requirement.SystemDisk("minDiskGB", gb * Quantities.GB));
    }

    public Builder cpu(@Nullable Integer cores, @Nullable String architecture) {
      if (cores != null) {
        add(new Requirement.Cores("cpu.cores", cores));
      }
      return architecture == null
          ? this
          : add(new Requirement.Architecture("cpu.architecture", architecture));
    }

    /**
     * @throws InvalidValue for a capacity that is no quantity
     */
    public Builder memory(@Nullable String capacity, @Nullable String type) {
      if (capacity != null) {
        String field = "memory.capacity";
        add(new Requirement.Memory(field, Quantities.bytes(PATH + field, capacity)));
      }
      return type == null ? this : add(new Requirement.MemoryType("memory.type", type));
    }

    /**
     * @throws InvalidValue for a capacity that is no quantity
     */
    public Builder storage(@Nullable String type, @Nullable String capacity) {
      if (type == null && capacity == null) {
        return this;
      }
      Long bytes = capacity == null ? null : Quantities.bytes(PATH + "storage.capacity", capacity);
      return add(new Requirement.Storage("storage", type, bytes));
    }

    /**
     * @param interfaces one when only a speed is given
     * @throws InvalidValue for a speed that is none
     */
    public Builder network(@Nullable Integer interfaces, @Nullable String speed) {
      if (interfaces == null && speed == null) {
        return this;
      }
      Integer megabits = speed == null ? null : Quantities.megabits(PATH + "network.speed", speed);
      return add(new Requirement.Network("network", interfaces == null ? 1 : interfaces, megabits));
    }

    /**
     * @param count one when only a type is given
     */
    public Builder gpu(@Nullable Integer count, @Nullable String type) {
      if (count == null && type == null) {
        return this;
      }
      return add(new Requirement.Gpus("gpu", count == null ? 1 : count, type));
    }

    public Builder rootDisk(@Nullable RootDisk hints) {
      rootDisk = hints == null ? RootDisk.ANY : hints;
      return this;
    }

    public HardwareRequirements build() {
      return new HardwareRequirements(all, rootDisk);
    }

    private Builder add(Requirement requirement) {
      all.add(requirement);
      return this;
    }
  }
}
