package io.beskar7.domain.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.domain.hardware.HardwareFacts.Disk;
import io.beskar7.domain.hardware.HardwareFacts.Nic;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final HardwareFacts SERVER =
      new HardwareFacts(
          16,
          "x86_64",
          64 * Quantities.GIB,
          "DDR4",
          List.of(
              new Disk(4_000 * Quantities.GB, "HDD", "BIG", null),
              new Disk(480 * Quantities.GB, "SSD", "SMALL", null)),
          List.of(new Nic("02:00:00:00:00:01", 10_000), new Nic("02:00:00:00:00:02", null)),
          List.of("NVIDIA Tesla V100-SXM2"),
          Identity.UNKNOWN);

  private static List<String> after(HardwareRequirements.Builder wanted, HardwareFacts facts) {
    return Matching.misfitsAfterReport(wanted.build(), facts).stream()
        .map(Misfit::message)
        .toList();
  }

  private static HardwareRequirements.Builder wanted() {
    return HardwareRequirements.builder();
  }

  @Test
  void bothShapesAreMetTogether() {
    assertThat(
            after(
                wanted()
                    .minCPUCores(16)
                    .minMemoryGB(64)
                    .minDiskGB(480)
                    .cpu(16, "amd64")
                    .memory("64Gi", "ddr4")
                    .storage("HDD", "1Ti")
                    .network(1, "10Gbps")
                    .gpu(1, "tesla v100"),
                SERVER))
        .isEmpty();
  }

  @Test
  void everyMissIsNamedWithTheFieldTheUserWrote() {
    assertThat(
            after(
                wanted()
                    .minCPUCores(17)
                    .minMemoryGB(65)
                    .minDiskGB(481)
                    .cpu(32, "aarch64")
                    .memory("65Gi", "DDR5")
                    .storage("NVMe", "1Ti")
                    .network(3, "1Gbps")
                    .gpu(2, null),
                SERVER))
        .containsExactly(
            "minCPUCores: wanted at least 17, found 16",
            "minMemoryGB: wanted at least 65 GiB, found 64 GiB",
            "minDiskGB: wanted at least 481 GB on the disk for the system, found 480 GB",
            "cpu.cores: wanted at least 32, found 16",
            "cpu.architecture: wanted aarch64, found x86_64",
            "memory.capacity: wanted at least 65 GiB, found 64 GiB",
            "memory.type: wanted DDR5, found DDR4",
            "storage: wanted a disk of type NVMe of at least 1099.5 GB,"
                + " found HDD of 4000 GB, SSD of 480 GB",
            "network: wanted 3 interfaces of at least 1000 Mbps, found 1",
            "gpu: wanted 2, found 1");
  }

  @Test
  void whatIsNotToldExcludesOnlyAfterTheReport() {
    HardwareRequirements wanted =
        wanted()
            .minCPUCores(1)
            .minMemoryGB(1)
            .minDiskGB(1)
            .cpu(1, "x86_64")
            .memory(null, "DDR4")
            .storage("SSD", null)
            .network(1, null)
            .gpu(1, null)
            .build();

    assertThat(Matching.misfits(wanted, HardwareFacts.UNKNOWN)).isEmpty();
    assertThat(Matching.misfitsAfterReport(wanted, HardwareFacts.UNKNOWN))
        .hasSize(wanted.all().size())
        .allSatisfy(misfit -> assertThat(misfit.found()).isEqualTo("unknown"));
  }

  @Test
  void whatIsToldExcludesBeforeTheClaimToo() {
    assertThat(Matching.misfits(wanted().minCPUCores(17).build(), SERVER)).hasSize(1);
  }

  @Test
  void theSmallestDiskTakesTheSystemNotTheSumOfDisks() {
    assertThat(after(wanted().minDiskGB(500), SERVER)).hasSize(1);
  }

  @Test
  void hintsChooseTheDiskForTheSystem() {
    RootDisk bySerial = new RootDisk("big", null, null, null);
    RootDisk byType = new RootDisk(null, null, null, "HDD");
    RootDisk bySize = new RootDisk(null, null, 500 * Quantities.GB, null);

    assertThat(List.of(bySerial, byType, bySize))
        .allSatisfy(
            hints -> assertThat(after(wanted().minDiskGB(500).rootDisk(hints), SERVER)).isEmpty());
  }

  @Test
  void hintsThatNoDiskFitsAreAMiss() {
    RootDisk hints = new RootDisk(null, null, null, "NVMe");

    assertThat(after(wanted().minDiskGB(1).rootDisk(hints), SERVER))
        .containsExactly(
            "minDiskGB: wanted at least 1 GB on the disk for the system,"
                + " found no disk that fits the root device hints");
  }

  @Test
  void aDiskThatDoesNotTellIsChosenOnlyWhereNoneSurelyFits() {
    RootDisk hints = new RootDisk("WANTED", null, null, null);
    Disk silent = new Disk(10 * Quantities.GB, null, null, null);
    Disk sure = new Disk(900 * Quantities.GB, null, "WANTED", null);

    assertThat(TargetDisk.choose(List.of(silent, sure), hints)).isEqualTo(sure);
    assertThat(TargetDisk.choose(List.of(silent), hints)).isEqualTo(silent);
  }
}
