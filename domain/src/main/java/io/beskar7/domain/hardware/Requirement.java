package io.beskar7.domain.hardware;

import static io.beskar7.domain.hardware.Quantities.inGb;
import static io.beskar7.domain.hardware.Quantities.inGib;

import org.jspecify.annotations.Nullable;

/** One thing a machine needs of its host. */
public sealed interface Requirement {
  /** The field in which the user asked for it, below spec.hardwareRequirements. */
  String field();

  /** What is wanted, in words with units. */
  String wanted();

  /** Processor cores, all packages together. */
  record Cores(String field, int cores) implements Requirement {
    @Override
    public String wanted() {
      return "at least " + cores;
    }
  }

  /** Instruction set, in any of its usual spellings. */
  record Architecture(String field, String wanted) implements Requirement {}

  /** Main memory. */
  record Memory(String field, long bytes) implements Requirement {
    @Override
    public String wanted() {
      return "at least " + inGib(bytes);
    }
  }

  /** Kind of memory modules, such as DDR4. */
  record MemoryType(String field, String wanted) implements Requirement {}

  /** Size of the disk that will take the system (see {@link TargetDisk}), never a sum of disks. */
  record SystemDisk(String field, long bytes) implements Requirement {
    @Override
    public String wanted() {
      return "at least " + inGb(bytes) + " on the disk for the system";
    }
  }

  /** One disk, of any use, that has both. */
  record Storage(String field, @Nullable String type, @Nullable Long bytes) implements Requirement {
    @Override
    public String wanted() {
      return "a disk"
          + (type == null ? "" : " of type " + type)
          + (bytes == null ? "" : " of at least " + inGb(bytes));
    }
  }

  /**
   * Network interfaces of at least a speed.
   *
   * @param megabits per second of each interface counted; null counts every interface
   */
  record Network(String field, int count, @Nullable Integer megabits) implements Requirement {
    @Override
    public String wanted() {
      return count
          + (count == 1 ? " interface" : " interfaces")
          + (megabits == null ? "" : " of at least " + megabits + " Mbps");
    }
  }

  /**
   * Accelerators.
   *
   * @param type must occur in the model's name, whatever the case; null counts every one
   */
  record Gpus(String field, int count, @Nullable String type) implements Requirement {
    @Override
    public String wanted() {
      return type == null ? Integer.toString(count) : count + " of type " + type;
    }
  }
}
